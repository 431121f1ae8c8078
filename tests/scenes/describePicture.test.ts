import { describe, expect, it } from 'vitest';
import { describePicture } from '../../src/scenes/describePicture.ts';
import type { Picture } from '../../src/scenes/picture.ts';
import { tAny } from '../../src/text/catalogue.ts';

const CALM = {
  storm: 0,
  leak: 0,
  saturation: 0.98,
  fluid: 0,
  infected: 0,
  lost: 0,
  stacking: 0,
  drowning: 0,
  bacteria: 0,
};
const NO_DRUGS = { blockade: 0, steroid: 0, antiviral: 0, antibiotic: 0, heart: 1, kidney: 1 };

function sentences(changes: Partial<Picture>): readonly string[] {
  return describePicture({ ...CALM, ...NO_DRUGS, ...changes } as Picture).map(({ key, values }) =>
    tAny(key, values),
  );
}

describe('the words for the picture', () => {
  it('tells a calm picture from a storm', () => {
    expect(sentences({})).toEqual([
      'The tissue is calm; few amber motes of IL-6 drift around the cells.',
      'The wall of the capillary is tight.',
      'The red cells are bright.',
      'Only a film of fluid lies on the floor of the alveolus.',
      'Its wall is whole.',
      'The heart works at 100 %, the kidney at 100 %.',
    ]);
    const storm = sentences({
      storm: 0.9,
      leak: 0.7,
      saturation: 0.84,
      fluid: 0.5,
      infected: 0.3,
      stacking: 0.4,
      drowning: 4.2,
      heart: 0.62,
    });
    expect(storm).toContain('A storm of amber motes sweeps the whole picture.');
    expect(storm).toContain('The red cells are dusky.');
    expect(storm).toContain('The blood is slow; red cells stack up.');
    expect(storm).toContain('4 neutrophils swim in the fluid.');
    expect(storm.at(-1)).toBe('The heart works at 62 %, the kidney at 100 %.');
  });

  it('names drugs at work with their measured share', () => {
    expect(sentences({ blockade: 0.994 })).toContain('Antibodies cap 99 % of the receptors for IL-6.');
    expect(sentences({ antiviral: 0.05 }).join()).not.toContain('antiviral');
  });

  it('has a sentence for every step of every scale', () => {
    for (let step = 0; step <= 100; step += 1) {
      const share = step / 100;
      const picture = {
        storm: share,
        leak: share,
        saturation: share,
        fluid: share,
        infected: share,
        bacteria: step,
        drowning: step,
      };
      for (const sentence of sentences({ ...picture, steroid: share, antiviral: share, antibiotic: share })) {
        expect(sentence).not.toMatch(/scene\.|\{\{/);
      }
    }
  });
});
