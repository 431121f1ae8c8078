/** A regimen of a level in the words of a drug chart. */
import type { Command, Level, LevelTreatment, Regimen, TreatmentId } from '../engine/types.ts';
import { t, tAny } from '../text/catalogue.ts';
import { formatAmount, formatNumber } from './format.ts';

/** Supports that run at a rate until stopped. */
export function isContinuous(id: TreatmentId): boolean {
  return id === 'norepinephrine' || id === 'renalReplacement';
}

/** Given at once and in the body for hours or weeks: no stop takes it back. */
export function isGivenOnce(id: TreatmentId): boolean {
  return id === 'tocilizumab' || id === 'siltuximab' || id === 'tnfBlocker' || id === 'fluids';
}

/** How a treatment gets into the body; into a vein unless said here. */
const ROUTES: Readonly<Partial<Record<TreatmentId, 'oral' | 'sc'>>> = {
  nirmatrelvir: 'oral',
  baricitinib: 'oral',
  anakinra: 'sc',
};

function routeText(id: TreatmentId): string {
  return t(`hud.treatments.route.${ROUTES[id] ?? 'iv'}`);
}

export function treatmentName(id: TreatmentId | 'oxygen'): string {
  return t(`hud.treatment.${id}.name`);
}

function often(everyHours: number): string {
  return everyHours === 24 ? t('hud.dose.daily') : t('hud.dose.hourly', { hours: everyHours });
}

function unitOf(id: TreatmentId, regimen: Regimen): string {
  const unit = t(`hud.treatment.${id}.unit`);
  return regimen.perKg ? t('hud.dose.perKg', { unit }) : unit;
}

/**
 * Dose, route and rhythm on one line: "6 mg iv, daily", "to MAP 65 mmHg".
 *
 * @param given doses already given: the amount told is that of the next one
 */
export function doseText(id: TreatmentId, regimen: Regimen, given = 0): string {
  if (id === 'norepinephrine') return t('hud.dose.drip');
  if (id === 'renalReplacement') return t('hud.dose.continuous');
  const amount = formatAmount(regimen.amounts[Math.min(given, regimen.amounts.length - 1)] ?? 0);
  const values = { amount, unit: unitOf(id, regimen), route: routeText(id) };
  if (regimen.everyHours === undefined) return t('hud.dose.once', values);
  return t('hud.dose.every', { ...values, often: often(regimen.everyHours) });
}

/** All amounts of a regimen: "200 then 100 mg iv, daily". */
function allDoses(id: TreatmentId, regimen: Regimen): string {
  const [amount = '', ...later] = runsOf(regimen.amounts).map(formatAmount);
  if (isContinuous(id) || regimen.everyHours === undefined || later.length === 0)
    return doseText(id, regimen);
  const rhythm = {
    amount,
    unit: unitOf(id, regimen),
    route: routeText(id),
    often: often(regimen.everyHours),
  };
  if (later.length === 1) return t('hud.dose.thenEvery', { ...rhythm, next: later[0] ?? '' });
  return t('hud.dose.taper', { ...rhythm, amounts: [amount, ...later].join(', ') });
}

/** Amounts without repetitions next to each other: 6 6 3 3 1 becomes 6 3 1. */
function runsOf(amounts: readonly number[]): readonly number[] {
  return amounts.filter((amount, index) => amount !== amounts[index - 1]);
}

/** The same with the length of the course. */
export function courseText(id: TreatmentId, regimen: Regimen): string {
  if (id === 'norepinephrine')
    return t('hud.dose.dripCeiling', { ceiling: formatAmount(regimen.amounts[0] ?? 0) });
  const dose = allDoses(id, regimen);
  if (regimen.doses === undefined || regimen.doses < 2) return dose;
  return t('hud.dose.course', { dose, count: regimen.doses });
}

/** Every amount of an order, and how many doses where that alone tells it from another order of the treatment. */
function orderText({ id, regimens }: LevelTreatment, regimen: Regimen): string {
  const words = allDoses(id, regimen);
  const isAlone = regimens.every((other) => other.id === regimen.id || allDoses(id, other) !== words);
  return isAlone ? words : courseText(id, regimen);
}

/** Name of a way to give a treatment; a way that the catalogue does not name is called by its doses. */
export function regimenName(id: TreatmentId, regimen: Regimen): string {
  const key = `hud.regimen.${regimen.id}`;
  return regimen.id in REGIMEN_NAMES ? tAny(key) : allDoses(id, regimen);
}

const REGIMEN_NAMES = {
  low: true,
  high: true,
  taper: true,
  standard: true,
  short: true,
  bag: true,
  litre: true,
} as const;

/** Milligrams that one dose comes to for this patient, "480 mg". */
export function givenText(id: TreatmentId, amount: number): string {
  return t('hud.dose.given', { amount: formatAmount(amount), unit: t(`hud.treatment.${id}.unit`) });
}

export function regimenOf(treatment: LevelTreatment, id: string): Regimen | undefined {
  return treatment.regimens.find((regimen) => regimen.id === id);
}

/** "High flow, 60 % oxygen". */
export function oxygenText(level: Level, step: number): string {
  const rung = level.oxygen[step];
  if (!rung) return '';
  return t('hud.oxygen.step', {
    name: t(`hud.oxygen.${rung.id}`),
    percent: formatNumber(rung.fio2 * 100, 0),
  });
}

/** A decision in words, for the log. */
export function decisionText(level: Level, command: Command): string {
  switch (command.type) {
    case 'order': {
      const treatment = level.treatments.find(({ id }) => id === command.treatment);
      const regimen = treatment && regimenOf(treatment, command.regimen);
      return t('hud.log.ordered', {
        treatment: treatmentName(command.treatment),
        dose: treatment && regimen ? orderText(treatment, regimen) : command.regimen,
      });
    }
    case 'stop':
      return t('hud.log.stopped', { treatment: treatmentName(command.treatment) });
    case 'lab':
      return t('hud.log.lab', { test: t(`hud.lab.${command.test}.name`) });
    case 'oxygen':
      return t('hud.log.oxygen', { step: oxygenText(level, command.step) });
  }
}
