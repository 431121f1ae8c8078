/**
 * Draws the textures of the scene, the pictures of the menu and the icons from assets/art/*.svg.
 * Run `node scripts/textures.ts` after changing a drawing and commit what it writes; a test fails when they are stale.
 *
 * The scene finds its frames by these names in assets/textures/atlas.json (1x) and atlas@2x.json (2x: draw at half
 * size). Every figure has its origin in the middle of its frame; sizes are those of the picture at 1280 x 720.
 *
 *   macrophage-0..3, -rim, -ember       body, crisp outline, secretion; crossfade 0..3 for amoeboid movement (ring of four)
 *   macrophage-core, -vacuoles, -meal   nucleus and vacuoles at the cell's own origin; a swallowed virus, goes to (2, 24)
 *   neutrophil-0..2, -rim               body; neutrophil-nucleus-0..2 lies on it and turns as the cell rolls
 *   neutrophil-squeeze-0..2             through a gap, tissue above: foot, hourglass, nearly through (nuclei drawn in)
 *   t-cell, -rim                        car-t, -rim, -ember (interferon-γ); synapse: its contact with a tumour cell, the tumour on the right
 *   tumour-0..2                         living, the last one dividing; tumour-dying, tumour-debris
 *   receptor-il6, -bound, -capped       stem downwards, turn it outwards on a rim; bound by IL-6; covered by the antibody
 *   antibody, -il6, -tnf                tocilizumab, free, arms downwards; one that holds IL-6, TNF-α
 *   red-cell-0..2, -glint               three tilts, white: tint #FF7F86 (saturated) to #5B4E8C; glint on top, no tint
 *   platelet-0, platelet-1              resting, activated
 *   endothelium-0..2, -hurt-0, -hurt-1  62 px tile, lumen below (flip for the far wall); damage lies on top of it
 *   junction, junction-open             between two tiles; glycocalyx lies on the lumen side, basement-membrane outside
 *   epithelium-0..2                     46 px thin alveolar cell, air above; epithelium-round the round one
 *   epithelium-infected-0..2            no bud, one, three; epithelium-round-infected; epithelium-lost
 *   septum-tip                          free end of a wall between two sacs, tip upwards
 *   surfactant, fluid-surface           repeat every 64 and 128 px; bubble, fibrin float in the fluid
 *   virus-0..2                          bacterium-0, bacterium-1 (dividing), bacterium-bulging, bacterium-burst
 *   drug-antiviral, -antibiotic, -dexamethasone, -hydrocortisone, -anakinra, -baricitinib
 *   mote-il6, -tnf, -il10, -ifng        blend with screen; streak points right, white, tint it
 *   glow-soft, glow-flat, bokeh         white, tint them
 *   ring, plume                         oxygen crossing; leak through a gap, foot at the bottom
 *   fibre-0, fibre-1, fibre-thick       tissue between the cells
 *   storm-spiral, gust                  weather; the spiral turns clockwise inward, flatten its container to 0.6
 *   heart-body, -left, -right, -coronary, -damage; kidney-body, -vessels, -filtrate, -damage
 *   porthole-back, porthole-glass       behind and in front of an organ, for a window of radius 44; tick: one part of its ring
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { buildAtlas, rasterise } from './textures/atlas.ts';
import { hashSources, readArt, readStills } from './textures/sources.ts';
import { encodeWebp } from './textures/webp.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TEXTURES = join(ROOT, 'assets/textures');
const PICTURES = join(ROOT, 'assets/pictures');
const ATLAS_QUALITY = 78;
const PICTURE_QUALITY = 72;

async function writeAtlases(): Promise<void> {
  const art = readArt(ROOT);
  const sources = hashSources(ROOT);
  mkdirSync(TEXTURES, { recursive: true });
  for (const scale of [1, 2]) {
    const { pixels, frames } = buildAtlas(art, scale);
    const name = scale === 1 ? 'atlas' : 'atlas@2x';
    const image = await encodeWebp(pixels, ATLAS_QUALITY);
    const meta = {
      image: `${name}.webp`,
      format: 'RGBA8888',
      size: { w: pixels.width, h: pixels.height },
      scale: String(scale),
      sources,
    };
    writeFileSync(join(TEXTURES, `${name}.webp`), image);
    writeFileSync(join(TEXTURES, `${name}.json`), `${JSON.stringify({ frames, meta })}\n`);
    console.log(
      `${name}: ${Object.keys(frames).length} frames, ${pixels.width} x ${pixels.height}, ${image.length} bytes`,
    );
  }
}

async function writePictures(): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const { name, svg } of readStills(ROOT, readArt(ROOT))) {
    const image = await encodeWebp(rasterise(svg, 1), PICTURE_QUALITY);
    writeFileSync(join(PICTURES, `${name.replace(/^still-/, '')}.webp`), image);
    console.log(`${name}: ${image.length} bytes`);
  }
}

function writeIcons(): void {
  const svg = readFileSync(join(ROOT, 'assets/favicon.svg'), 'utf8');
  const tile = svg.replace(/rx="[^"]*" data-corner=""/, 'rx="0"');
  writeFileSync(
    join(ROOT, 'assets/apple-touch-icon.png'),
    new Resvg(tile, { fitTo: { mode: 'width', value: 180 } }).render().asPng(),
  );
}

await writeAtlases();
await writePictures();
writeIcons();
