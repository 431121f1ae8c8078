import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { GLYPHS } from '../../src/hud/icons.tsx';

interface Parts {
  readonly line?: string;
  readonly solid?: string;
  readonly amber?: string;
  readonly amberLine?: string;
}

function bounds(parts: Parts): { left: number; top: number; right: number; bottom: number } | undefined {
  const stroke =
    'fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"';
  const lines = [parts.line, parts.amberLine].filter(Boolean).map((d) => `<path d="${d}" ${stroke}/>`);
  const solids = [parts.solid, parts.amber].filter(Boolean).map((d) => `<path d="${d}"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 48 48" width="48" height="48">${lines.join('')}${solids.join('')}</svg>`;
  const box = new Resvg(svg).getBBox();
  return box && { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

test.each(Object.entries(GLYPHS))(
  '%s is drawn inside the 24 px grid and fills most of it',
  (_name, glyph) => {
    const box = bounds(glyph);
    expect(box).toBeDefined();
    if (!box) return;
    expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
    expect(Math.max(box.right, box.bottom)).toBeLessThanOrEqual(24);
    expect(Math.max(box.right - box.left, box.bottom - box.top)).toBeGreaterThan(11);
  },
);
