/**
 * The signs of the map, simpler relatives of the treatment icons: they must be told apart at 11 pixels. All signs of a row
 * are joined into a few paths, so that a class of 120 is drawn at once.
 */
import type { MapSymbol, SymbolId } from './symbols.ts';

/** A stroke that begins at (x, y) from the middle of the sign; `path` is relative, so that the sign can stand anywhere. */
type Stroke = readonly [x: number, y: number, path: string];

interface Glyph {
  /** Stroked. */
  readonly line?: readonly Stroke[];
  /** Filled. */
  readonly solid?: readonly Stroke[];
  /** Closed shape that is filled for a strong dose, and its left half for a taper. */
  readonly body?: Stroke;
  readonly half?: Stroke;
}

const ring = (x: number, y: number, r: number): Stroke => [
  x - r,
  y,
  `a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
];
const TABLET = ring(0, 0, 4.2);
const STEM: Stroke = [0, 5.6, 'v-5.2l-3.9-5.6'];
const ARM: Stroke = [0, 0.4, 'l3.9-5.6'];
const HEXAGON: Stroke = [-4.9, 0, 'l2.45-4.2h4.9l2.45 4.2-2.45 4.2h-4.9Z'];
const PENTAGON: Stroke = [0, -5, 'l4.76 3.45-1.82 5.6h-5.88l-1.82-5.6Z'];
const DROP: Stroke = [0, -5.6, 'c2.2 2.9 3.9 4.7 3.9 6.9a3.9 3.9 0 0 1-7.8 0c0-2.2 1.7-4 3.9-6.9Z'];

const GLYPHS: Readonly<Record<Exclude<SymbolId, 'oxygen'>, Glyph>> = {
  antiviral: { line: [TABLET] },
  nirmatrelvir: { line: [TABLET], solid: [ring(0, 0, 1.6)] },
  antibiotic: {
    line: [[0, 3.9, 'l3.9-3.9a2.76 2.76 0 0 0-3.9-3.9l-3.9 3.9a2.76 2.76 0 0 0 3.9 3.9Z']],
    solid: [[1.95, 1.95, 'l1.95-1.95a2.76 2.76 0 0 0-3.9-3.9l-1.95 1.95Z']],
  },
  dexamethasone: { body: HEXAGON, half: [-4.9, 0, 'l2.45-4.2h2.45v8.4h-2.45Z'] },
  hydrocortisone: { body: PENTAGON, half: [0, -5, 'v9.05h-2.94l-1.82-5.6Z'] },
  tocilizumab: { line: [STEM, ARM] },
  siltuximab: { line: [STEM, ARM], solid: [ring(-4, -4.6, 2), ring(4, -4.6, 2)] },
  tnfBlocker: {
    line: [STEM, ARM],
    solid: [
      [-4, -7.2, 'l2.3 4h-4.6Z'],
      [4, -7.2, 'l2.3 4h-4.6Z'],
    ],
  },
  anakinra: { line: [ring(0, -2.7, 2.4), ring(2.5, 1.7, 2.4), ring(-2.5, 1.7, 2.4)] },
  baricitinib: { line: [TABLET, [0, -4.2, 'v8.4']] },
  fluids: { body: DROP, half: [0, -5.6, 'v10.8a3.9 3.9 0 0 1-3.9-3.9c0-2.2 1.7-4 3.9-6.9Z'] },
  norepinephrine: { line: [[-5.6, 0.8, 'h1.9l2-4.6 2.6 8.2 2.2-5.4h2.3']] },
  renalReplacement: {
    line: [
      [
        1.4,
        -5,
        'c-3.6-1-5.8 1.6-5.8 4.9s2.3 6 5.4 5c2-.7 1.9-2.3.9-3.3-.9-.9-.9-2.2 0-3.2 1.3-1.4 1.2-3-.5-3.4Z',
      ],
    ],
  },
  ventilator: {
    solid: [[-3.6, -4.6, 'h7.2a1 1 0 0 1 1 1v7.2a1 1 0 0 1-1 1h-7.2a1 1 0 0 1-1-1v-7.2a1 1 0 0 1 1-1Z']],
  },
};

const BARS = 3;

/** Three bars, of which as many are tall as steps of oxygen are given. */
function oxygenGlyph(step: number): Glyph {
  const bar = (index: number): Stroke => {
    const height = index < step ? 6 + 2.4 * index : 1.8;
    return [-5.3 + 4 * index, 4.8, `v${-height}h2.7v${height}Z`];
  };
  return { solid: Array.from({ length: BARS }, (_, index) => bar(index)) };
}

/** Signs as paths: `line` is stroked, `solid` filled; '' where there is nothing. */
export interface SignPaths {
  readonly line: string;
  readonly solid: string;
}

/** The paths of a sign with its middle at (x, y). */
export function signPaths(symbol: MapSymbol, x: number, y: number): SignPaths {
  const glyph: Glyph = symbol.id === 'oxygen' ? oxygenGlyph(symbol.step) : GLYPHS[symbol.id];
  const at = ([dx, dy, path]: Stroke): string => `M${round(x + dx)} ${round(y + dy)}${path}`;
  const line = [...(glyph.line ?? []), ...(glyph.body ? [glyph.body] : [])];
  const filled = { plain: undefined, strong: glyph.body, taper: glyph.half }[symbol.strength];
  const solid = [...(glyph.solid ?? []), ...(filled ? [filled] : [])];
  return { line: line.map(at).join(''), solid: solid.map(at).join('') };
}

/** A disc in the colour of the ground, so that a sign is free of the line it stands on. */
export function clearing(x: number, y: number, radius: number): string {
  return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
