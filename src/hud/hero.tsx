import { knownSnapshot } from '../app/knownSnapshot.ts';
import type { GameView } from '../app/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { useApp, useGame, useGameDerived } from './appContext.ts';
import { MoteKey } from './moteKey.tsx';

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
function organShare({ mode, now, level }: GameView, organ: Organ): number | null {
  const isMeasured = now.labs.some(({ test, results }) => test === TESTS[organ] && results.length > 0);
  if (mode === 'clinician' && !isMeasured) return null;
  return Math.round((knownSnapshot(now, mode, level.trigger).values[FUNCTIONS[organ]] ?? 0) * 100);
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

/** What is heard, in words. Not spoken: a screen reader's user hears the sound, and alarms are announced in their own right. */
function Caption() {
  const caption = useApp((state) => (state.settings.captions ? state.caption : ''));
  return (
    <p class="caption" aria-hidden="true">
      {caption && <span>{caption}</span>}
    </p>
  );
}
