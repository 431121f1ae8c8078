import type { Level } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { useGame, useGameDerived } from './appContext.ts';
import { hourOf } from './cards.ts';
import { type DecisionMark, decisionCount, joinNear, treatmentMarks } from './decisionMarks.ts';
import { decisionText } from './doses.ts';
import { clockText } from './format.ts';
import { GhostTrails, TRAIL_HEIGHT, TRAIL_WIDTH, trailPath, trailPoint } from './ghostTrails.tsx';
import { Icon } from './icons.tsx';
import { knownPoints } from './labReadings.ts';
import { thin } from './sparkline.ts';
import { useScrub } from './useScrub.ts';

const HOURS_PER_DAY = 24;
const MOST_POINTS = 160;

interface TimelineProps {
  readonly markShare: number;
  /** Leaves out the word before the first day, where the lane is short. */
  readonly compact: boolean;
}

/**
 * The level from its first hour to its last: the IL-6 trail, the decisions, and now.
 * Marks closer than `markShare` of the lane are joined into one. In a replay it is also a slider
 * for the pointer; keys have the slider of the replay bar.
 */
export function Timeline({ markShare, compact }: TimelineProps) {
  const horizon = useGame((game) => game.level.horizonHours);
  const place = useGame((game) => Math.round((game.now.hour / game.level.horizonHours) * 2000) / 2000);
  const { seeking, ...scrub } = useScrub();
  const scrubs = useGame((game) => game.kind === 'replay');
  return (
    <div class="timeline">
      <p class="unseen">
        <TimelineWords />
      </p>
      <div class={laneClass(scrubs, seeking)} {...(scrubs ? scrub : {})}>
        <GhostTrails />
        <Trail />
        <div class="track" aria-hidden="true">
          <div class="passed" style={{ width: `${place * 100}%` }} />
        </div>
        <Marks markShare={markShare} />
        <div class="now" style={{ left: `${place * 100}%` }}>
          {seeking && <SoughtMoment />}
        </div>
        <Days horizon={horizon} compact={compact} />
      </div>
    </div>
  );
}

function laneClass(scrubs: boolean, seeking: boolean): string {
  if (!scrubs) return 'lane';
  return seeking ? 'lane scrub seeking' : 'lane scrub';
}

/** The moment under the pointer; the slider of the replay bar tells it to those who do not see it. */
function SoughtMoment() {
  const hour = useGame((game) => game.now.hour);
  return (
    <span class="sought number" aria-hidden="true">
      {clockText(hour)}
    </span>
  );
}

function TimelineWords() {
  const hour = useGame((game) => Math.floor(game.now.hour));
  const days = useGame((game) => Math.round(game.level.horizonHours / HOURS_PER_DAY));
  const count = useGame((game) => treatmentMarks(game.commands, game.now.tick).length);
  const decisions = count === 0 ? t('hud.timeline.noDecisions') : t('hud.timeline.decisions', { count });
  return <>{t('hud.timeline.label', { clock: clockText(hour), days, decisions })}</>;
}

/** IL-6 so far on a log scale; in clinician mode only what was measured, as points joined by a line. */
function Trail() {
  const trail = useGameDerived(
    (game) =>
      `${Math.floor(game.now.hour)} ${game.now.labs.find(({ test }) => test === 'IL6')?.results.length ?? 0}`,
    (game) => {
      const points = knownPoints(game, 'IL6');
      const at = thin(points, MOST_POINTS).map(({ hour, value }) =>
        trailPoint(hour, value, game.level.horizonHours),
      );
      return { at, measured: game.mode === 'clinician' };
    },
  );
  const line = trailPath(trail.at);
  const first = trail.at[0];
  const last = trail.at.at(-1);
  return (
    <>
      {first && (
        <span class="trail-name" aria-hidden="true">
          {t('hud.timeline.IL6')}
        </span>
      )}
      <svg
        class="trail"
        viewBox={`0 0 ${TRAIL_WIDTH} ${TRAIL_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {first && last && (
          <path
            class="trail-fill"
            d={`${line}L${last.x.toFixed(1)} ${TRAIL_HEIGHT}L${first.x.toFixed(1)} ${TRAIL_HEIGHT}Z`}
          />
        )}
        {line && <path class="trail-line" d={line} />}
      </svg>
      {trail.measured &&
        trail.at.map(({ x, y }) => (
          <i
            key={x}
            class="trail-point"
            aria-hidden="true"
            style={{
              left: `${(x / TRAIL_WIDTH) * 100}%`,
              top: `calc(var(--trail-top) + ${y / TRAIL_HEIGHT} * var(--trail-height))`,
            }}
          />
        ))}
    </>
  );
}

function Marks({ markShare }: { readonly markShare: number }) {
  const horizon = useGame((game) => game.level.horizonHours);
  const level = useGame((game) => game.level);
  const marks = useGameDerived(
    (game) => `${decisionCount(game)} ${markShare}`,
    (game) => joinNear(treatmentMarks(game.commands, game.now.tick), game.level.horizonHours * markShare),
  );
  return (
    <>
      {marks.map((mark) => (
        <Mark key={mark.hour} mark={mark} level={level} horizon={horizon} />
      ))}
    </>
  );
}

interface MarkProps {
  readonly mark: DecisionMark;
  readonly level: Level;
  readonly horizon: number;
}

function Mark({ mark, level, horizon }: MarkProps) {
  const told = mark.given.map(
    ({ tick, command }) => `${clockText(hourOf(tick))} ${decisionText(level, command)}`,
  );
  return (
    <span
      class={mark.stops ? 'mark stops' : 'mark'}
      style={{ left: `${(mark.hour / horizon) * 100}%` }}
      role="img"
      aria-label={told.join('. ')}
      title={told.join('\n')}
    >
      <span class="mark-disc">
        <Icon name={mark.symbol} size={16} />
      </span>
      {mark.count > 1 && <b class="mark-count number">{mark.count}</b>}
    </span>
  );
}

function Days({ horizon, compact }: { readonly horizon: number; readonly compact: boolean }) {
  const days = Math.floor(horizon / HOURS_PER_DAY);
  const every = days > 14 ? 2 : 1;
  return (
    <>
      {Array.from({ length: days + 1 }, (_, day) => day)
        .filter((day) => day % every === 0)
        .map((day) => (
          <span
            key={day}
            aria-hidden="true"
            class={`day number${day === 0 && !compact ? ' first' : ''}${day % (every * 5) === 0 ? ' coarse' : ''}`}
            style={{ left: `${((day * HOURS_PER_DAY) / horizon) * 100}%` }}
          >
            {day === 0 && !compact ? t('hud.timeline.day', { day }) : day}
          </span>
        ))}
    </>
  );
}
