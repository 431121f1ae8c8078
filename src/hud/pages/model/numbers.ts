/** Numbers and units as the page about the model writes them. */

const superscript = (power: number): string =>
  [...String(power)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');

/** A number with four figures that count, in powers of ten where it is very large or small. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  if (rounded === 0 || (size >= 0.001 && size < 100_000)) return String(rounded).replace('-', '−');
  const [digits = '', power = ''] = rounded.toExponential().replace('e+', 'e').split('e');
  return `${digits === '1' ? '' : `${digits.replace('-', '−')} × `}10${superscript(Number(power))}`;
}

/** A unit as it is read; '1' is a number without one. */
export const unitText = (unit: string): string =>
  unit === '1'
    ? ''
    : unit.replaceAll('1e6', '10⁶').replaceAll('1e9', '10⁹').replaceAll('^2', '²').replaceAll('^3', '³');

/** A number with its unit. */
export const amountText = (value: number, unit: string): string =>
  `${numberText(value)} ${unitText(unit)}`.trim();
