import type { VNode } from 'preact';
import type { SignPaths } from './glyphs.ts';
import { signPaths } from './glyphs.ts';
import type { MapSymbol } from './symbols.ts';

/** Strokes and fills of one or many signs; drugs shine, support stands back. */
export function SignShapes({
  paths: { line, solid },
  isSupport,
}: {
  readonly paths: SignPaths;
  readonly isSupport: boolean;
}): VNode {
  const kind = isSupport ? 'sign-support' : 'sign-drug';
  return (
    <>
      {line && <path class={`${kind} sign-line`} d={line} />}
      {solid && <path class={`${kind} sign-solid`} d={solid} />}
    </>
  );
}

/** A sign by itself, for the legend and for buttons. */
export function SignIcon({ symbol }: { readonly symbol: MapSymbol }): VNode {
  return (
    <svg class="class-map-sign" viewBox="-8 -8 16 16" aria-hidden="true">
      <SignShapes paths={signPaths(symbol, 0, 0)} isSupport={symbol.isSupport} />
    </svg>
  );
}
