import type { Picture } from './picture.ts';
import { TUMOUR_CELLS } from './tumourPicture.ts';

/** One sentence about the picture: its key in the text catalogue, and the values it names. */
export interface PictureSentence {
  readonly key: string;
  readonly values: Readonly<Record<string, number>>;
}

/** A sentence by how far something has gone: the last limit that the value reaches names it. */
interface Scale {
  readonly key: string;
  readonly steps: readonly (readonly [from: number, name: string])[];
}

const WEATHER: Scale = {
  key: 'scene.weather',
  steps: [
    [0, 'calm'],
    [0.15, 'stirring'],
    [0.35, 'gathering'],
    [0.6, 'storm'],
    [0.85, 'fullStorm'],
  ],
};
const VESSEL: Scale = {
  key: 'scene.vessel',
  steps: [
    [0, 'tight'],
    [0.12, 'loosening'],
    [0.3, 'leaking'],
    [0.6, 'open'],
  ],
};
const BLOOD: Scale = {
  key: 'scene.blood',
  steps: [
    [0, 'violet'],
    [0.8, 'dusky'],
    [0.9, 'paler'],
    [0.94, 'bright'],
  ],
};
const FLUID: Scale = {
  key: 'scene.fluid',
  steps: [
    [0, 'dry'],
    [0.02, 'floor'],
    [0.12, 'rising'],
    [0.28, 'half'],
    [0.45, 'full'],
  ],
};
const WALL: Scale = {
  key: 'scene.wall',
  steps: [
    [0, 'whole'],
    [0.02, 'few'],
    [0.1, 'many'],
  ],
};
const INTERFERON: Scale = {
  key: 'scene.interferon',
  steps: [
    [3, 'few'],
    [20, 'many'],
    [80, 'crowd'],
  ],
};
const DRUGS: readonly (readonly [keyof Picture, number, string])[] = [
  ['blockade', 0.1, 'scene.drug.antibody'],
  ['steroid', 0.1, 'scene.drug.steroid'],
  ['antiviral', 0.1, 'scene.drug.antiviral'],
  ['antibiotic', 0.1, 'scene.drug.antibiotic'],
  ['il1Blocked', 0.1, 'scene.drug.anakinra'],
  ['jakBlocked', 0.1, 'scene.drug.baricitinib'],
  ['il6Bound', 0.1, 'scene.drug.siltuximab'],
  ['tnfBound', 0.1, 'scene.drug.tnfBlocker'],
];

/**
 * What the picture shows, in sentences, for those who do not see it: always
 * weather, vessel, blood, alveolus and organs; the rest when it is there.
 */
export function describePicture(picture: Picture): readonly PictureSentence[] {
  const sentences: PictureSentence[] = [
    onScale(WEATHER, picture.storm),
    onScale(VESSEL, picture.leak),
    onScale(BLOOD, picture.saturation),
    onScale(FLUID, picture.fluid, { percent: percent(picture.fluid) }),
    onScale(WALL, Math.max(picture.infected, picture.lost), {
      infected: percent(picture.infected),
      lost: percent(picture.lost),
    }),
  ];
  if (picture.stacking > 0.1) sentences.push({ key: 'scene.blood.stacked', values: {} });
  if (picture.drowning >= 1)
    sentences.push({ key: 'scene.drowning', values: { count: Math.round(picture.drowning) } });
  sentences.push(...describeGerms(picture), ...describeTumour(picture));
  for (const [name, from, key] of DRUGS) {
    if (picture[name] >= from) sentences.push({ key, values: { percent: percent(picture[name]) } });
  }
  sentences.push({
    key: 'scene.organs',
    values: { heart: percent(picture.heart), kidney: percent(picture.kidney) },
  });
  return sentences;
}

function describeGerms({ bacteria, bacteraemia, antibiotic, endotoxin }: Picture): PictureSentence[] {
  const sentences: PictureSentence[] = [];
  if (bacteria >= 1) sentences.push({ key: 'scene.bacteria', values: { count: Math.round(bacteria) } });
  if (bacteraemia >= 1)
    sentences.push({ key: 'scene.bacteraemia', values: { count: Math.round(bacteraemia) } });
  if (bacteria >= 1 && antibiotic >= 0.1) sentences.push({ key: 'scene.bursting', values: {} });
  if (endotoxin >= 0.1) sentences.push({ key: 'scene.endotoxin', values: {} });
  return sentences;
}

function describeTumour(picture: Picture): PictureSentence[] {
  const sentences: PictureSentence[] = [];
  if (picture.ifngMotes >= (INTERFERON.steps[0]?.[0] ?? 0))
    sentences.push(onScale(INTERFERON, picture.ifngMotes));
  if (!(picture.carT > 0)) return sentences;
  // The picture draws the root of the share.
  const left = percent((picture.tumour / TUMOUR_CELLS) ** 2);
  sentences.push({ key: left < 1 ? 'scene.tumour.gone' : 'scene.tumour.left', values: { percent: left } });
  sentences.push({
    key: 'scene.carT',
    values: { count: Math.max(1, Math.round(picture.carT)), percent: percent(picture.engaged) },
  });
  if (picture.dying >= 1)
    sentences.push({ key: 'scene.tumour.dying', values: { count: Math.round(picture.dying) } });
  return sentences;
}

function onScale(
  scale: Scale,
  value: number,
  values: Readonly<Record<string, number>> = {},
): PictureSentence {
  let name = '';
  for (const [from, step] of scale.steps) if (value >= from) name = step;
  return { key: `${scale.key}.${name}`, values };
}

function percent(share: number): number {
  return Math.round(share * 100);
}
