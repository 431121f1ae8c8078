/** Writing XML: the caller gives attributes and finished children, and gets indented text. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** True for a character that XML 1.0 lets into a document; the others may not stand there even escaped. */
function isAllowed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** `text` as it may stand in an element or an attribute. */
export function escapeXml(text: string): string {
  return [...text]
    .filter(isAllowed)
    .map((character) => ESCAPES[character] ?? character)
    .join('');
}

export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** Characters of an only child that still stands on the line of its element. */
const LONGEST_LINE = 400;

/**
 * One element. Attributes are escaped; children are elements already written, or text that the caller has escaped.
 * Several children, or a child of several lines, stand on lines of their own.
 */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  const open = `<${name}${head.join('')}`;
  const [only = ''] = children;
  if (children.length === 0) return `${open}/>`;
  if (children.length === 1 && !only.includes('\n') && only.length < LONGEST_LINE) {
    return `${open}>${only}</${name}>`;
  }
  return `${open}>\n${children.map(indent).join('\n')}\n</${name}>`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** A whole document with its declaration. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}
