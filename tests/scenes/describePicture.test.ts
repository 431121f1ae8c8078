import { describe, expect, it } from 'vitest';
import { describePicture } from '../../src/scenes/describePicture.ts';
import type { Picture } from '../../src/scenes/picture.ts';
import { TUMOUR_CELLS } from '../../src/scenes/tumourPicture.ts';
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

  it('tells bacteria in the blood, how they burst and what that sets free', () => {
    const said = sentences({ bacteria: 20.2, bacteraemia: 8.8, antibiotic: 0.4, endotoxin: 0.5 });
    expect(said).toContain('20 violet rods, bacteria, are in sight.');
    expect(said).toContain('9 drift in the blood.');
    expect(said).toContain('Under the antibiotic their walls bulge and burst.');
    expect(said.join()).toContain('haze of endotoxin');
    expect(sentences({ antibiotic: 0.4 }).join()).not.toContain('burst');
  });

  it('tells how much of the tumour is left as its share of the cells, not as the drawn root of it', () => {
    const said = sentences({ carT: 8.2, engaged: 0.7, tumour: TUMOUR_CELLS / 2, dying: 2.4, ifngMotes: 45 });
    expect(said).toContain('The nests of magenta tumour cells stand at 25 % of the tumour at infusion.');
    expect(said.join()).toContain('8 CAR-T cells');
    expect(said.join()).toContain('70 % of them hold a tumour cell');
    expect(said).toContain('2 tumour cells fall to pieces.');
    expect(said.join()).toContain('Many lime pairs of interferon-γ');
    const gone = sentences({ carT: 12, engaged: 0, tumour: 2, dying: 0 });
    expect(gone).toContain('Less than a hundredth of the tumour at infusion is left.');
    expect(sentences({ carT: 0, tumour: 0 }).join()).not.toContain('tumour');
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
        bacteraemia: step,
        endotoxin: share,
        ifngMotes: 1.6 * step,
        carT: step / 5,
        engaged: share,
        tumour: TUMOUR_CELLS * share,
        dying: step / 20,
        il1Blocked: share,
        jakBlocked: share,
        il6Bound: share,
        tnfBound: share,
      };
      for (const sentence of sentences({ ...picture, steroid: share, antiviral: share, antibiotic: share })) {
        expect(sentence).not.toMatch(/scene\.|\{\{/);
      }
    }
  });
});
