import { useRef, useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { Explanation } from './explanation.tsx';
import { Icon } from './icons.tsx';
import { OBSERVABLE, ORGANS, type Organ, type SofaReading, sofaReading } from './sofa.ts';
import { useDismiss } from './useDismiss.ts';

function sameReading(a: SofaReading, b: SofaReading): boolean {
  return a.sum === b.sum && ORGANS.every((organ) => a.points[organ] === b.points[organ]);
}

/** Points from which an organ counts as failing. */
const FAILING_POINTS = 3;
/** Sum from which the number turns red; Vincent et al. 2001 found mortality above 50 % past 11 points. */
const GRAVE_SUM = 11;

/** SOFA by organ as rings of four parts, and their sum. */
export function SofaRings() {
  const reading = useGame(sofaReading, sameReading);
  const { sum, complete } = reading;
  return (
    <section class="sofa panel" aria-labelledby="sofa-title">
      <div class={`sofa-sum${sum >= GRAVE_SUM ? ' alarm' : ''}`}>
        <h2 id="sofa-title">
          <abbr title={t('hud.sofa.long')}>{t('hud.sofa.title')}</abbr>
        </h2>
        <p aria-hidden="true">
          {!complete && <span class="unit at-least">{t('hud.sofa.atLeast')} </span>}
          <span class="number">{sum}</span>
          <span class="unit number">{t('hud.sofa.of')}</span>
        </p>
        <p class="unseen">{t(complete ? 'hud.sofa.sum' : 'hud.sofa.sumAtLeast', { sum })}</p>
      </div>
      <ul class="sofa-rings">
        {ORGANS.map((organ) => (
          <Ring key={organ} organ={organ} points={reading.points[organ]} />
        ))}
      </ul>
    </section>
  );
}

const RADIUS = 14;
const PARTS = [0, 1, 2, 3] as const;

function Ring({ organ, points }: { readonly organ: Organ; readonly points: number | null }) {
  const name = t(`hud.sofa.${organ}`);
  const words =
    points === null ? t('hud.sofa.unknown', { organ: name }) : t('hud.sofa.points', { organ: name, points });
  const state =
    points === null ? 'unknown' : points >= FAILING_POINTS ? 'failing' : points > 0 ? 'hurt' : 'well';
  const place = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  useDismiss(place, open, () => setOpen(false));
  return (
    <li class={`ring ${state}`} ref={place}>
      <svg viewBox="-18 -18 36 36" aria-hidden="true">
        {PARTS.map((part) => (
          <path key={part} d={arc(part)} class={points !== null && part < points ? 'part on' : 'part'} />
        ))}
        <text class="number" text-anchor="middle" dy="0.36em">
          {points ?? '–'}
        </text>
      </svg>
      <span class="ring-name" aria-hidden="true">
        <Icon name={organ} size={16} />
        {name}
      </span>
      <button type="button" class="about" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="unseen">{words}</span>
        <span class="unseen">, {t('hud.sofa.about')}</span>
      </button>
      {open && (
        <Explanation name={t('hud.sofa.organ', { organ: name })} at={OBSERVABLE[organ]}>
          <p>{t(`hud.sofa.rule.${organ}`)}</p>
          <p class="quiet">{t('hud.sofa.means')}</p>
        </Explanation>
      )}
    </li>
  );
}

/** A quarter of the ring, clockwise from noon, with a gap at either end. */
function arc(part: number): string {
  const gap = 0.14;
  const from = (part * Math.PI) / 2 - Math.PI / 2 + gap;
  const until = from + Math.PI / 2 - 2 * gap;
  const at = (angle: number): string =>
    `${(RADIUS * Math.cos(angle)).toFixed(2)} ${(RADIUS * Math.sin(angle)).toFixed(2)}`;
  return `M${at(from)}A${RADIUS} ${RADIUS} 0 0 1 ${at(until)}`;
}
