import { knownSnapshot } from '../app/knownSnapshot.ts';
import type { GameView } from '../app/types.ts';
import type { LabId } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';

type KeyEntryId =
  | 'IL6'
  | 'TNF'
  | 'IL10'
  | 'G'
  | 'carT'
  | 'tumour'
  | 'virus'
  | 'bacteria'
  | 'endotoxin'
  | 'antibody';

interface KeyEntry {
  readonly id: KeyEntryId;
  readonly colour: string;
  /** Shape on a 12 px grid. */
  readonly shape: string;
  readonly stroked?: boolean;
}

const ENTRIES: readonly KeyEntry[] = [
  { id: 'IL6', colour: '--il6', shape: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8Z' },
  { id: 'TNF', colour: '--tnf', shape: 'M6 1.5 11 10.5H1Z' },
  { id: 'IL10', colour: '--il10', shape: 'M6 .8 11.2 6 6 11.2.8 6Z' },
  {
    id: 'G',
    colour: '--interferon',
    shape: 'M3.4 4.6a2.7 2.7 0 1 0 1.9 2.6L6.8 6.8a2.7 2.7 0 1 0-.1-1.5L5.2 5.7A2.7 2.7 0 0 0 3.4 4.6Z',
  },
  {
    id: 'carT',
    colour: '--car-t',
    shape:
      'M6 3.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8ZM6 3.6V2.2M4.9.9 6 2.2 7.1.9M6 8.4v1.4M4.9 11.1 6 9.8l1.1 1.3M3.6 6H2.2M.9 4.9 2.2 6 .9 7.1M8.4 6h1.4M11.1 4.9 9.8 6l1.3 1.1',
    stroked: true,
  },
  {
    id: 'tumour',
    colour: '--tumour',
    shape:
      'M4.3 1.2a2.9 2.9 0 0 1 2.6 1.4 2.6 2.6 0 0 1 4.2 2.1 2.5 2.5 0 0 1-.9 1.9 2.8 2.8 0 0 1-3.4 3.7A2.9 2.9 0 0 1 1.7 8.5a2.9 2.9 0 0 1 .2-2.3 2.9 2.9 0 0 1 2.4-5Z',
  },
  {
    id: 'virus',
    colour: '--pathogen',
    shape:
      'M6 3.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2ZM6 3.4V.8M6 8.6v2.6M3.4 6H.8M8.6 6h2.6M4.2 4.2 2.3 2.3M7.8 7.8l1.9 1.9M4.2 7.8 2.3 9.7M7.8 4.2l1.9-1.9',
    stroked: true,
  },
  {
    id: 'bacteria',
    colour: '--pathogen',
    shape: 'M2.2 7.1 7.1 2.2a1.9 1.9 0 0 1 2.7 2.7L4.9 9.8a1.9 1.9 0 0 1-2.7-2.7Z',
  },
  {
    id: 'endotoxin',
    colour: '--endotoxin',
    shape: 'M3.1 9.4a2.4 2.4 0 0 1-.3-4.8 3.3 3.3 0 0 1 6.4-.4 2.6 2.6 0 0 1-.2 5.2Z',
  },
  { id: 'antibody', colour: '--drug', shape: 'M6 11.2V6.4L2 1.2M6 6.4l4-5.2', stroked: true },
];

/** From these values on the picture shows at least one of them: log10 CFU/mL, pg/mL, ng/kg, share of receptors, mg. */
const SEEN = { bacteria: 4.1, interferon: 20, endotoxin: 0.02, occupancy: 0.02, antibody: 1 } as const;

/** What the picture shows: cytokines always, germs and cells of a level that measures them, the rest while it is there. */
export function keyEntriesOf({ now, mode, level }: GameView): readonly KeyEntryId[] {
  const { values } = knownSnapshot(now, mode, level.trigger);
  const value = (index: number): number => values[index] ?? 0;
  const measures = (test: LabId): boolean => level.labs.some(({ id }) => id === test);
  const shown: Readonly<Record<KeyEntryId, boolean>> = {
    IL6: true,
    TNF: true,
    IL10: true,
    G: value(Q.G) >= SEEN.interferon,
    carT: measures('C'),
    tumour: measures('A'),
    virus: measures('viralLoad'),
    bacteria: value(Q.bacterialLoad) >= SEEN.bacteria,
    endotoxin: value(Q.L) >= SEEN.endotoxin,
    antibody: value(Q.occ) > SEEN.occupancy || Math.max(value(Q.silC), value(Q.tnbC)) > SEEN.antibody,
  };
  return ENTRIES.map(({ id }) => id).filter((id) => shown[id]);
}

/** The key of the picture's shapes. */
export function MoteKey() {
  const shown = useGame((game) => keyEntriesOf(game).join()).split(',');
  return (
    <ul class="mote-key" aria-label={t('hud.moteKey.label')}>
      {ENTRIES.filter(({ id }) => shown.includes(id)).map(({ id, colour, shape, stroked }) => (
        <li key={id}>
          <svg
            viewBox="0 0 12 12"
            aria-hidden="true"
            style={{ color: `var(${colour})` }}
            class={stroked ? 'stroked' : ''}
          >
            <path d={shape} />
          </svg>
          {t(`hud.moteKey.${id}`)}
        </li>
      ))}
    </ul>
  );
}
