import { describe, expect, it } from 'vitest';
import type { GameView } from '../../src/app/types.ts';
import type { Level, Mode } from '../../src/engine/types.ts';
import { keyEntriesOf } from '../../src/hud/moteKey.tsx';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { Q, QUANTITIES } from '../../src/model/generated/system.ts';

const levels = new Map(loadLevels().map((level) => [level.id, level]));

function key(id: string, values: Partial<Record<keyof typeof Q, number>>, mode: Mode = 'student') {
  const all = new Float64Array(QUANTITIES.length);
  for (const [name, value] of Object.entries(values)) all[Q[name as keyof typeof Q]] = value;
  const now = { tick: 0, hour: 0, values: all, labs: [], treatments: [], outcome: null };
  return keyEntriesOf({ now, mode, level: levels.get(id) as Level } as unknown as GameView);
}

const CYTOKINES = ['IL6', 'TNF', 'IL10'];

describe('the key of the picture', () => {
  it('names the germs and cells of the level, and of another none', () => {
    expect(key('the-quiet-doubling', {})).toEqual([...CYTOKINES, 'virus']);
    expect(key('the-golden-hours', {})).toEqual(CYTOKINES);
    expect(key('engineered-fire', {})).toEqual([...CYTOKINES, 'carT', 'tumour']);
  });

  it('names what comes and goes only while the picture shows it', () => {
    expect(key('the-golden-hours', { bacterialLoad: 3.9 })).not.toContain('bacteria');
    expect(key('the-golden-hours', { bacterialLoad: 6, L: 0.1 })).toEqual([
      ...CYTOKINES,
      'bacteria',
      'endotoxin',
    ]);
    expect(key('engineered-fire', { G: 300 })).toContain('G');
    expect(key('the-quiet-doubling', { occ: 0.9 })).toContain('antibody');
    expect(key('engineered-fire', { silC: 400 })).toContain('antibody');
  });

  it('does not tell a clinician what nobody has measured, but what the diagnosis says', () => {
    const hidden = { bacterialLoad: 7, L: 1, G: 900 };
    expect(key('engineered-fire', hidden, 'clinician')).toEqual([...CYTOKINES, 'carT', 'tumour']);
    expect(key('the-golden-hours', { bacterialLoad: 0 }, 'clinician')).toEqual([...CYTOKINES, 'bacteria']);
  });
});
