/** Text with chemical subscripts: the fonts have no ₂, so it is set as a real subscript. */
import type { ComponentChildren } from 'preact';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

export function Words({ children }: { readonly children: string }) {
  const parts: ComponentChildren[] = children.split(/([₀-₉]+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    return <sub key={index}>{[...part].map((sign) => SUBSCRIPTS.indexOf(sign)).join('')}</sub>;
  });
  return <>{parts}</>;
}

/** The same in plain digits, for names that a screen reader says. */
export function plainDigits(text: string): string {
  return text.replace(/[₀-₉]/g, (sign) => String(SUBSCRIPTS.indexOf(sign)));
}
