/** The result of a virtual trial as JSON and as text for a terminal. */
import type { Effect, Outcome, TrialResult } from '../analysis/trialEffects.ts';
import type { Endpoint, Published, Trial } from '../analysis/trialTypes.ts';
import { isQuantity, quantityInfo } from '../model/quantities.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import { t } from '../text/catalogue.ts';
import { tableText } from './table.ts';

/** One JSON object in one line. */
export function trialJson(trial: Trial, result: TrialResult): string {
  const { trial: id, ...rest } = result;
  return JSON.stringify({
    trial: id,
    title: trial.title,
    model: { version: MODEL_VERSION, hash: MODEL_HASH },
    ...rest,
  });
}

/** What a reader sees: settings, arms, effects against what was published. */
export function trialText(trial: Trial, result: TrialResult): string {
  const { patients, seed } = result;
  const { asked, drawn, screened, entered } = patients;
  const lines = [
    trial.title,
    trial.about,
    '',
    t('study.trial.settings', { entered, seed, version: MODEL_VERSION }),
    t('study.trial.screened', {
      screened,
      implausible: drawn - screened,
      rate: ((100 * screened) / drawn).toFixed(1),
    }),
    ...(entered < asked ? [t('study.trial.short', { entered, asked, drawn })] : []),
  ];
  if (entered === 0) return `${[...lines, t('study.trial.empty')].join('\n')}\n`;
  return `${[
    ...lines,
    '',
    t('study.trial.arms'),
    ...outcomeTable(trial, result),
    t('study.trial.explain'),
    '',
    t('study.trial.effects'),
    ...effectTable(result),
    '',
    ...trial.sources.map(({ text }) => text),
    t('study.trial.notClinical'),
  ].join('\n')}\n`;
}

function outcomeTable(trial: Trial, { outcomes }: TrialResult): string[] {
  const timed = trial.endpoints.some(({ type }) => type === 'time');
  const head = [
    t('study.trial.head.endpoint'),
    t('study.trial.head.stratum'),
    t('study.trial.head.arm'),
    t('study.trial.head.n'),
    t('study.trial.head.events'),
    t('study.trial.head.mean'),
    ...(timed ? [t('study.trial.head.median')] : []),
  ];
  const row = ({ endpoint, stratum, id, n, events, mean, median }: Outcome): string[] => [
    endpointText(trial.endpoints.find((entry) => entry.id === endpoint)),
    stratumText(stratum),
    id,
    String(n),
    events === null ? t('study.trial.noNumber') : String(events),
    number(mean),
    ...(timed ? [median === null ? t('study.trial.noNumber') : String(median)] : []),
  ];
  return tableText([head, ...outcomes.map(row)], 3);
}

function effectTable({ effects }: TrialResult): string[] {
  const head = [
    t('study.trial.head.endpoint'),
    t('study.trial.head.stratum'),
    t('study.trial.head.arm'),
    t('study.trial.head.measure'),
    t('study.trial.head.model'),
    t('study.trial.head.published'),
    t('study.trial.head.inside'),
  ];
  const row = (effect: Effect): string[] => [
    effect.endpoint,
    stratumText(effect.stratum),
    effect.control === null
      ? effect.arm
      : t('study.trial.against', { arm: effect.arm, control: effect.control }),
    t(`study.trial.measure.${effect.measure}`),
    interval(effect.estimate, effect.low, effect.high),
    publishedText(effect.published),
    insideText(effect),
  ];
  return tableText([head, ...effects.map(row)], 7);
}

function endpointText(endpoint: Endpoint | undefined): string {
  if (endpoint === undefined) return t('study.trial.noNumber');
  const { id } = endpoint;
  if (endpoint.type !== 'value') return t(`study.trial.type.${endpoint.type}`, { id });
  const { quantity } = endpoint;
  const unit = isQuantity(quantity) ? quantityInfo(quantity).unit : 'd';
  return t('study.trial.type.value', {
    id,
    quantity,
    unit,
    reading: t(`study.trial.reading.${endpoint.reading}`),
  });
}

function stratumText(stratum: string): string {
  return stratum === 'all' ? t('study.trial.all') : stratum;
}

function publishedText(published: Published | null): string {
  if (published === null) return t('study.trial.noNumber');
  const { estimate, low, high, confidence } = published;
  const text = interval(estimate, low ?? null, high ?? null);
  return confidence === 'read' ? text : t(`study.trial.${confidence}`, { text });
}

/** Whether the model's estimate lies in the published interval; nothing where none was published. */
function insideText({ estimate, published }: Effect): string {
  if (estimate === null || published?.low === undefined || published.high === undefined) {
    return t('study.trial.noNumber');
  }
  const inside = estimate >= published.low && estimate <= published.high;
  return t(inside ? 'study.trial.inside.yes' : 'study.trial.inside.no');
}

function interval(estimate: number | null, low: number | null, high: number | null): string {
  if (low === null || high === null) return number(estimate);
  return t('study.trial.interval', { estimate: number(estimate), low: number(low), high: number(high) });
}

/** Three digits of small numbers, none behind the point of large ones. */
function number(value: number | null): string {
  if (value === null) return t('study.trial.noNumber');
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 2 ? 2 : 3);
}
