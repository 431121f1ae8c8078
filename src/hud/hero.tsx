import { knownSnapshot } from '../app/knownSnapshot.ts';
import type { GameView } from '../app/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { useApp, useGame, useGameDerived } from './appContext.ts';

export interface HeroProps {
  /** Told the element that the scene draws into, and null when it goes. */
  readonly onPicture?: ((element: HTMLElement | null) => void) | undefined;
  /** Says what the picture shows. */
  readonly describePicture?: ((game: GameView) => string) | undefined;
}

/** The inside view: a described picture, its key, and the captions of the sounds. */
export function Hero({ onPicture, describePicture }: HeroProps) {
  const available = useApp((state) => state.sceneAvailable);
  const description = useGameDerived(
    (game) => `${Math.floor(game.now.hour)} ${describePicture ? 1 : 0}`,
    (game) => describePicture?.(game) ?? t('hud.picture.waiting'),
  );
  return (
    <section class="hero" aria-label={t('hud.picture.label')}>
      {available && (
        <div id="picture" class="picture" role="img" aria-label={description} ref={onPicture ?? null} />
      )}
      {!available && (
        <div class="no-picture panel">
          <p>{t('hud.picture.noWebgl')}</p>
          <p class="quiet">{description}</p>
        </div>
      )}
      {available && <OrganName organ="heart" />}
      {available && <OrganName organ="kidney" />}
      <MoteKey />
      <Caption />
    </section>
  );
}

type Organ = 'heart' | 'kidney';
const FUNCTIONS = { heart: Q.heartFunction, kidney: Q.kidneyFunction } as const;
/** The test that tells a clinician of the organ. */
const TESTS = { heart: 'troponin', kidney: 'creatinine' } as const;

/** Below this share an organ's name turns red, as its ring does. */
const HALF = 0.5;

/** What is left of an organ's function, in per cent, as the picture draws it; null while a clinician has not measured it. */
function organShare({ mode, now }: GameView, organ: Organ): number | null {
  const isMeasured = now.labs.some(({ test, results }) => test === TESTS[organ] && results.length > 0);
  if (mode === 'clinician' && !isMeasured) return null;
  return Math.round((knownSnapshot(now, mode).values[FUNCTIONS[organ]] ?? 0) * 100);
}

/** Name under an organ's window, with what is known of its function. */
function OrganName({ organ }: { readonly organ: Organ }) {
  const share = useGame((game) => organShare(game, organ));
  if (share === null) {
    return (
      <p class={`organ-name ${organ} unmeasured`}>
        {t(`hud.picture.${organ}`)} <span class="quiet">{t('hud.lab.never')}</span>
      </p>
    );
  }
  return (
    <p class={`organ-name ${organ}${share < HALF * 100 ? ' low' : ''}`}>
      {t(`hud.picture.${organ}`)} <span class="number">{t('hud.picture.percent', { percent: share })}</span>
    </p>
  );
}

interface KeyEntry {
  readonly id: 'IL6' | 'TNF' | 'IL10' | 'virus' | 'bacteria' | 'antibody';
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
  { id: 'antibody', colour: '--drug', shape: 'M6 11.2V6.4L2 1.2M6 6.4l4-5.2', stroked: true },
];

/** Bacteria and antibodies have an entry while the picture shows them. */
function entriesOf(game: GameView): string {
  const { values } = game.now;
  const bacteria = game.mode === 'student' && (values[Q.bacterialLoad] ?? 0) >= 3;
  const antibody = (values[Q.occ] ?? 0) > 0.02;
  return ENTRIES.map(({ id }) => id)
    .filter((id) => (id !== 'bacteria' || bacteria) && (id !== 'antibody' || antibody))
    .join();
}

function MoteKey() {
  const shown = useGame(entriesOf).split(',');
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

/** What is heard, in words. Not spoken: a screen reader's user hears the sound, and alarms are announced in their own right. */
function Caption() {
  const caption = useApp((state) => (state.settings.captions ? state.caption : ''));
  return (
    <p class="caption" aria-hidden="true">
      {caption && <span>{caption}</span>}
    </p>
  );
}
