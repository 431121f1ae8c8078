/** Equations in lines that fit a page, as TeX and as presentation MathML. */
import { type MathNode, parse } from 'mathjs';
import temml from 'temml';
import type { Formula } from '../../src/model/document.ts';
import { bare, type Factor, factorsOf, isSum, operationOf, productTex, texOf } from './tex.ts';

/** Widest line of an equation, in characters as `widthOf` counts them. */
const LINE = 58;

/** Characters that a piece of TeX takes on paper, roughly: of a fraction the wider half. */
export function widthOf(tex: string): number {
  let flat = tex
    .replaceAll(/\\(mathrm|bar|left|right|Bigl|Bigr|quad|,)/g, '')
    .replaceAll(/\\[a-zA-Z]+/g, (command) => (command === '\\frac' ? command : 'x'));
  const fraction = /\\frac\{([^{}]*)\}\{([^{}]*)\}/;
  for (let found = true; found; ) {
    const before = flat;
    flat = flat.replace(fraction, (_, above: string, below: string) =>
      above.length > below.length ? above : below,
    );
    if (flat === before) flat = flat.replace(/(?<!\\frac|\})\{([^{}]*)\}/, '$1');
    found = flat !== before;
  }
  return flat.replaceAll(/[\s_^{}\\]/g, '').length;
}

/** A sum as its terms with their signs, long ones broken inside; what is no sum is one term. */
function termsOf(node: MathNode): string[] {
  if (!isSum(node)) return breakProduct(node);
  const { op, args } = operationOf(node) as { op: string; args: readonly MathNode[] };
  const [left, right] = args as readonly [MathNode, MathNode];
  const terms = isSum(bare(right)) ? [`\\left(${texOf(bare(right))}\\right)`] : breakProduct(right);
  return [...termsOf(left), ...terms.map((term, index) => (index === 0 ? `${op} ${term}` : term))];
}

/** A product with a long sum among its factors as the terms of that sum, between the other factors. */
function breakProduct(node: MathNode): string[] {
  const factors = freeLongSum(factorsOf(node));
  const index = factors.findIndex(
    ({ above, below }) => below.length === 0 && isSum(above) && widthOf(texOf(above)) > LINE / 3,
  );
  if (index < 0 || widthOf(texOf(node)) <= LINE) return [texOf(node)];
  const before = productTex(factors.slice(0, index), true);
  const after = productTex(factors.slice(index + 1), true);
  const inner = termsOf(factors[index]?.above as MathNode);
  return inner.map((term, i) => {
    const open = i === 0 ? `${before} \\Bigl(` : '';
    const close = i === inner.length - 1 ? `\\Bigr)${after === '' ? '' : `\\, ${after}`}` : '';
    return `${open}${term}${close}`.trim();
  });
}

/** A long sum over something becomes the inverse of that, times the sum. */
function freeLongSum(factors: readonly Factor[]): Factor[] {
  return factors.flatMap(({ above, below }) =>
    below.length > 0 && isSum(above) && widthOf(texOf(above)) > LINE
      ? [
          { above: parse('1'), below },
          { above, below: [] },
        ]
      : [{ above, below }],
  );
}

/** Terms set into lines that are no wider than LINE where that can be. */
function linesOf(left: string, terms: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const term of terms) {
    if (line !== '' && widthOf(`${left}=${line}${term}`) > LINE) {
      lines.push(line);
      line = term;
    } else line = `${line} ${term}`.trim();
  }
  return [...lines, line];
}

/** `left` = expression, in aligned lines where it is long. */
export function equationOf(left: string, expression: string): Formula {
  const [first = '', ...more] = linesOf(left, termsOf(parse(expression)));
  if (more.length === 0) return formulaOf(`${left} = ${first}`, true);
  const rest = more.map((line) => `&\\quad {}${line}`);
  return formulaOf(`\\begin{aligned} ${left} &= ${first} \\\\ ${rest.join(' \\\\ ')} \\end{aligned}`, true);
}

/** A piece of TeX in both notations; `block` for one that stands on a line of its own. */
export function formulaOf(tex: string, block: boolean): Formula {
  // Temml drops a digit of a word such as IL10 in \mathrm; in \text it keeps them, and a word is one identifier.
  const words = tex.replaceAll(/\\mathrm\{([A-Za-z0-9]+)\}/g, '\\text{$1}');
  const markup = temml.renderToString(words, { displayMode: block, throwOnError: true });
  return { tex, mathml: plainMathml(markup) };
}

/** Temml's output without inline style, which a strict content security policy refuses, and without empty rows. */
function plainMathml(markup: string): string {
  return markup
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(/ class="(?!tml-(right|left|jot)")[^"]*"/g, '')
    .replaceAll('<mrow></mrow>', '')
    .replaceAll(/<mtext>(\w+)<\/mtext>/g, '<mi mathvariant="normal">$1</mi>')
    .replaceAll(/(<mi) mathvariant="normal">(\w\w+<)/g, '$1>$2');
}
