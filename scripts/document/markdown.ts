/** Small pieces of Markdown, and the filling in of generated parts between hand-written ones. */

/** A table; cells must hold no line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** TeX within a line, in the form that GitHub leaves alone. */
export const inline = (tex: string): string => `$\`${tex}\`$`;

/** TeX on lines of its own. */
export const block = (tex: string): string => `\`\`\`math\n${tex}\n\`\`\``;

/** Folded away until it is asked for. */
export const folded = (summary: string, content: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;

/** A picture for light and dark pages, from docs/. */
export function picture(name: string, alternative: string): string {
  const path = `images/model/${name}`;
  return [
    '<picture>',
    `  <source media="(prefers-color-scheme: dark)" srcset="${path}.dark.svg">`,
    `  <img alt="${alternative.replaceAll('"', '&quot;')}" src="${path}.svg">`,
    '</picture>',
  ].join('\n');
}

/** A unit as it is read; '1' is a number without one. */
export const unitText = (unit: string): string =>
  unit === '1'
    ? ''
    : unit.replaceAll('1e6', '10⁶').replaceAll('1e9', '10⁹').replaceAll('^2', '²').replaceAll('^3', '³');

/** A number with four figures that count, in powers of ten where it is very large or small. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  const size = Math.abs(rounded);
  if (rounded === 0 || (size >= 0.001 && size < 100_000)) return String(rounded).replace('-', '−');
  const [digits = '', power = ''] = rounded.toExponential().split('e');
  return `${digits === '1' ? '' : `${digits} × `}10${superscript(Number(power))}`;
}

const superscript = (power: number): string =>
  [...String(power)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');

const START = /<!-- generated: ([\w-]+) -->\n/;
const END = '<!-- end of generated -->';

/**
 * The text with every part between `<!-- generated: name -->` and its end written anew.
 *
 * @throws Error when a part is not closed, is unknown, or has no place in the text
 */
export function fillIn(text: string, parts: Readonly<Record<string, string>>): string {
  const [first = '', ...pieces] = text.split(START);
  let filled = first;
  const seen = new Set<string>();
  for (let i = 0; i < pieces.length; i += 2) {
    const name = pieces[i] as string;
    const [, after] = (pieces[i + 1] as string).split(END);
    const part = parts[name];
    if (after === undefined) throw new Error(`the generated part ${name} has no end`);
    if (part === undefined) throw new Error(`nothing writes the part ${name}`);
    seen.add(name);
    filled += `<!-- generated: ${name} -->\n\n${part}\n\n${END}${after}`;
  }
  const lost = Object.keys(parts).filter((name) => !seen.has(name));
  if (lost.length > 0) throw new Error(`no place for ${lost.join(', ')}`);
  return filled;
}
