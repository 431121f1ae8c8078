/** The little MathML that is written at run time; equations come finished from the generator. */
import { NAMESPACES } from './namespaces.ts';

/** The `math` element around content MathML. */
export function mathElement(content: string): string {
  return `<math xmlns="${NAMESPACES.mathml}">${content}</math>`;
}

/** A finite number with its unit; MathML writes an exponent apart. */
export function numberMath(value: number, unitId: string): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return `<cn sbml:units="${unitId}">${mantissa}</cn>`;
  return `<cn type="e-notation" sbml:units="${unitId}">${mantissa}<sep/>${Number(exponent)}</cn>`;
}

export function applyMath(operator: string, ...args: readonly string[]): string {
  return `<apply><${operator}/>${args.join('')}</apply>`;
}
