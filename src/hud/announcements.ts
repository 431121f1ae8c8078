/** Sentences for the live region. Pure: the caller decides when to say them. */
import type { GameView } from '../app/types.ts';
import type { EngineEvent, Level } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { givenText, isContinuous, oxygenText, treatmentName } from './doses.ts';
import { clockText, formatNumber } from './format.ts';
import { flagText, labText } from './labReadings.ts';
import { judgeLab, judgeVital, VITAL_DECIMALS, VITAL_LIMITS, type VitalId } from './limits.ts';

export interface Announcement {
  readonly text: string;
  /** Interrupts what is being read: alarms and the end. */
  readonly urgent: boolean;
  /** Nothing that waited before it matters any more. */
  readonly isEnding?: boolean;
}

const calm = (text: string): Announcement => ({ text, urgent: false });

/** What an event of the game says, or null when it needs no words. */
export function announcementOf(event: EngineEvent, level: Level, language = 'en'): Announcement | null {
  switch (event.type) {
    case 'dose':
      return calm(
        t('hud.spoken.dose', {
          treatment: treatmentName(event.treatment),
          amount: givenText(event.treatment, event.amount),
        }),
      );
    case 'courseEnded':
      return endOfCourse(event.treatment, level);
    case 'command':
      return ofCommand(event, level);
    case 'lab':
      return ofResult(event);
    case 'objectiveLost':
    case 'objectiveReached': {
      const objective = level.objectives.find(({ id }) => id === event.objective);
      return calm(
        t(`hud.spoken.${event.type}`, {
          objective: objective?.text[language] ?? objective?.text.en ?? event.objective,
        }),
      );
    }
    case 'ended':
      return { text: t(`hud.spoken.${event.outcome.kind}`), urgent: true, isEnding: true };
  }
}

/** A single dose is its own end and was just announced. */
function endOfCourse(
  id: Extract<EngineEvent, { type: 'courseEnded' }>['treatment'],
  level: Level,
): Announcement | null {
  const treatment = level.treatments.find((candidate) => candidate.id === id);
  const isCourse = treatment?.regimens.some(({ everyHours }) => everyHours !== undefined) ?? false;
  return isCourse ? calm(t('hud.spoken.courseEnded', { treatment: treatmentName(id) })) : null;
}

function ofCommand(event: Extract<EngineEvent, { type: 'command' }>, level: Level): Announcement | null {
  const { command } = event;
  if (command.type === 'stop')
    return calm(t('hud.spoken.stopped', { treatment: treatmentName(command.treatment) }));
  if (command.type === 'oxygen')
    return calm(t('hud.spoken.oxygen', { step: oxygenText(level, command.step) }));
  // An order of doses is told by its first dose.
  if (command.type === 'order' && isContinuous(command.treatment)) {
    return calm(t('hud.spoken.started', { treatment: treatmentName(command.treatment) }));
  }
  return null;
}

function ofResult({ result }: Extract<EngineEvent, { type: 'lab' }>): Announcement {
  const { test, value } = result;
  const flag = flagText(judgeLab(test, value));
  const values = {
    test: t(`hud.lab.${test}.long`),
    value: labText(test, value),
    unit: t(`hud.lab.${test}.unitWords`),
    flag,
  };
  return calm(flag ? t('hud.spoken.labFlagged', values) : t('hud.spoken.lab', values));
}

export const VITALS: readonly VitalId[] = ['HR', 'MAP', 'SpO2', 'RR', 'Temp'];

/** Alarms of a moment: vital signs outside their limits, with the direction. */
export type Alarms = Readonly<Partial<Record<VitalId, 'low' | 'high'>>>;

function alarmsOf(values: Float64Array): Alarms {
  const alarms: Partial<Record<VitalId, 'low' | 'high'>> = {};
  for (const id of VITALS) {
    const { level, direction } = judgeVital(id, values[Q[id]] ?? Number.NaN);
    if (level === 'alarm' && direction !== 'within') alarms[id] = direction;
  }
  return alarms;
}

/**
 * A vital sign leaves the alarm only when it stands this far inside its limit:
 * a value that plays around the limit does not ring again and again.
 */
const CLEARANCE: Readonly<Record<VitalId, number>> = { HR: 3, MAP: 2, SpO2: 1, RR: 1, Temp: 0.2 };

/** Alarms with memory: those of `values`, and those of `before` that are not clear of their limit. */
export function steadyAlarms(before: Alarms, values: Float64Array): Alarms {
  const now: Partial<Record<VitalId, 'low' | 'high'>> = { ...alarmsOf(values) };
  for (const id of VITALS) {
    const was = before[id];
    if (!was || now[id]) continue;
    const { alarmLow = Number.NEGATIVE_INFINITY, alarmHigh = Number.POSITIVE_INFINITY } = VITAL_LIMITS[id];
    const value = values[Q[id]] ?? Number.NaN;
    const isClear = was === 'low' ? value > alarmLow + CLEARANCE[id] : value < alarmHigh - CLEARANCE[id];
    if (!isClear) now[id] = was;
  }
  return now;
}

/** What changed between two sets of alarms, in words. */
export function alarmAnnouncements(
  before: Alarms,
  now: Alarms,
  values: Float64Array,
): readonly Announcement[] {
  return VITALS.flatMap((id) => {
    if (before[id] === now[id]) return [];
    const words = {
      vital: t(`hud.vital.${id}.long`),
      value: formatNumber(values[Q[id]] ?? Number.NaN, VITAL_DECIMALS[id]),
      unit: t(`hud.vital.${id}.unitWords`),
    };
    if (!now[id]) return [calm(t('hud.spoken.alarmOver', words))];
    return [
      { text: t(now[id] === 'low' ? 'hud.spoken.alarmLow' : 'hud.spoken.alarmHigh', words), urgent: true },
    ];
  });
}

/** The vital signs in one breath, for the key that asks for them. */
export function vitalsSentence(game: GameView): string {
  const shown = Object.fromEntries(
    VITALS.map((id) => [id, formatNumber(game.now.values[Q[id]] ?? Number.NaN, VITAL_DECIMALS[id])]),
  );
  const count = Object.keys(alarmsOf(game.now.values)).length;
  const alarms = count === 0 ? t('hud.spoken.noAlarm') : t('hud.spoken.alarms', { count });
  return t('hud.spoken.summary', { ...shown, clock: clockText(game.now.hour), alarms });
}
