/** What `debrief` prints: the figures of the page, as JSON or as a table. */
import type { Change, Debrief, Estimate, Mark } from '../analysis/debrief/types.ts';
import { hoursOf } from '../engine/time.ts';
import type { Command, DecisionLog, Level, TimedCommand } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { tableText } from './table.ts';

/** Percentage points of a share. */
const POINTS = 100;

/** A gain, a share, from which a decision without a sign is called good, as on the page (docs/debrief.md). */
const LITTLE = 0.05;

/**
 * The debrief as one line of JSON. Chances are in percentage points; `best` is null where nothing of what was weighed is
 * better than what was done.
 */
export function debriefJson(level: Level, log: DecisionLog, debrief: Debrief): string {
  const { seed, patients, marks, accuracy, kept } = debrief;
  return `${JSON.stringify({
    level: level.id,
    outcome: log.outcome,
    score: log.score,
    seed,
    patients,
    kept: POINTS * kept.played,
    accuracy: accuracy.value,
    marks: marks.map(markJson),
  })}\n`;
}

function markJson(mark: Mark) {
  const { loss } = mark;
  return {
    id: mark.id,
    hour: hoursOf(mark.tick),
    fromHour: hoursOf(mark.fromTick),
    toHour: hoursOf(mark.toTick),
    kind: mark.kind,
    command: mark.command,
    mark: mark.sign,
    unclear: mark.unclear,
    loss: POINTS * loss.value,
    low: POINTS * loss.low,
    high: POINTS * loss.high,
    gain: mark.gain === null ? null : POINTS * mark.gain.value,
    best: mark.best === null ? null : changeJson(mark.best),
    kept: { played: POINTS * mark.kept.played, best: POINTS * mark.kept.best },
    difficulty: POINTS * mark.difficulty,
    tryAgainHour: hoursOf(mark.tryAgainTick),
    effectivePatients: mark.effectivePatients,
    parts: mark.parts,
  };
}

function changeJson(change: Change) {
  switch (change.type) {
    case 'move':
    case 'order':
      return { type: change.type, hour: hoursOf(change.to.tick), command: change.to.command };
    case 'guideline':
      return { type: change.type, fromHour: hoursOf(change.fromTick) };
    default:
      return { type: change.type };
  }
}

/** The debrief for reading. */
export function debriefText(level: Level, log: DecisionLog, debrief: Debrief): string {
  const { seed, patients, marks, accuracy, kept } = debrief;
  const head = (['hour', 'what', 'sign', 'loss', 'interval', 'better'] as const).map((column) =>
    t(`cli.debrief.head.${column}`),
  );
  // What was done, and what would have been better, read better to the left.
  const rows = marks.map((mark) => rowOf(level, mark));
  const lines = [
    t('cli.debrief.title', { level: level.id, score: log.score, outcome: t(`cli.outcomes.${log.outcome}`) }),
    t('cli.debrief.settings', { patients, seed }),
    t('cli.debrief.kept', { points: whole(kept.played) }),
    t('cli.debrief.accuracy', { value: accuracy.value }),
    ...(rows.length === 0 ? [t('cli.debrief.nothing')] : tableText([head, ...rows], head.length)),
    t('cli.debrief.explain'),
    t('cli.debrief.notClinical'),
  ];
  return `${lines.join('\n')}\n`;
}

function rowOf(level: Level, mark: Mark): readonly string[] {
  return [
    mark.kind === 'decision'
      ? hourText(mark.tick)
      : t('cli.debrief.hours', { from: hourText(mark.fromTick), to: hourText(mark.toTick) }),
    mark.command === null ? t(`cli.debrief.kind.${mark.kind}`) : commandText(level, mark.command),
    signText(mark),
    whole(mark.loss.value),
    intervalText(mark.loss),
    // What would have given less than half a point more is no advice.
    mark.best === null || whole(mark.loss.value) === '0' ? '' : changeText(level, mark, mark.best),
  ];
}

/** The sign; of a decision without one, what it gained where leaving it out would have cost as much as a mark. */
function signText({ sign, unclear, gain }: Mark): string {
  const isGood = sign === '' && gain !== null && gain.value >= LITTLE && gain.low > 0;
  const words = isGood ? t('cli.debrief.good', { points: whole(gain.value) }) : sign;
  return unclear ? t('cli.debrief.unclear', { sign: words }).trim() : words;
}

function whole(share: number): string {
  // Rounded, minus nothing is nothing.
  return String(Math.round(POINTS * share) || 0);
}

function hourText(tick: number): string {
  return String(Math.round(10 * hoursOf(tick)) / 10);
}

function intervalText({ low, high }: Estimate): string {
  return t('cli.debrief.interval', { low: whole(low), high: whole(high) });
}

function changeText(level: Level, mark: Mark, change: Change): string {
  switch (change.type) {
    case 'none':
      return t('cli.debrief.better.none');
    case 'all':
      return t('cli.debrief.better.all', { count: mark.parts.length });
    case 'guideline':
      return t('cli.debrief.better.guideline', { hour: hourText(change.fromTick) });
    case 'move':
      return t('cli.debrief.better.move', { hour: hourText(change.to.tick) });
    default:
      return orderText(level, change.to);
  }
}

function orderText(level: Level, { tick, command }: TimedCommand): string {
  return t('cli.debrief.better.order', { hour: hourText(tick), order: commandText(level, command) });
}

function commandText(level: Level, command: Command): string {
  switch (command.type) {
    case 'order': {
      const name = t(`hud.treatment.${command.treatment}.name`);
      return t('cli.debrief.order', { name, regimen: command.regimen });
    }
    case 'stop':
      return t('cli.debrief.stop', { name: t(`hud.treatment.${command.treatment}.name`) });
    case 'lab':
      return t(`hud.lab.${command.test}.name`);
    default: {
      const rung = level.oxygen[command.step];
      return rung === undefined ? '' : t(`hud.oxygen.${rung.id}`);
    }
  }
}
