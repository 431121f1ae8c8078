/** What a treatment card shows, derived from the game. */
import type { GameView } from '../app/types.ts';
import type { LevelTreatment, Regimen, TreatmentGroup, TreatmentId } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { courseText, doseText, isContinuous, oxygenText, regimenOf } from './doses.ts';
import { formatNumber } from './format.ts';

export type CardId = TreatmentId | 'oxygen';
export type CardStatus = 'ready' | 'ordered' | 'justGiven' | 'running' | 'empty';

export interface CardView {
  readonly id: CardId;
  readonly status: CardStatus;
  /** Dose line: the regimen that runs, or the usual one. */
  readonly dose: string;
  /** Third line: when it acts, or when the next dose comes. */
  readonly remark: string;
  /** Doses left and all doses, or 0 and 0 when stock does not matter. */
  readonly left: number;
  readonly all: number;
  /** Step of the oxygen ladder; -1 for other cards. */
  readonly step: number;
  /** Regimen that runs, or ''. */
  readonly regimen: string;
}

/** A dose counts as just given for this many hours. */
const JUST_GIVEN_HOURS = 1;
const TICKS_PER_HOUR = 20;

export const CARD_GROUPS: readonly TreatmentGroup[] = ['infection', 'dampening', 'support'];

/** The cards of a group in the order of the level; oxygen leads the support. */
export function cardsOf(game: GameView, group: TreatmentGroup): readonly CardId[] {
  const ids: CardId[] = game.level.treatments
    .filter((treatment) => treatment.group === group)
    .map(({ id }) => id);
  if (group === 'support' && game.level.oxygen.length > 0) ids.unshift('oxygen');
  return ids;
}

/** All cards in reading order; their place is the digit that opens them. */
export function allCards(game: GameView): readonly CardId[] {
  return CARD_GROUPS.flatMap((group) => cardsOf(game, group));
}

/** True when a command for this card waits for the next tick. */
function isWaiting(game: GameView, id: CardId): boolean {
  if (game.kind !== 'play') return false;
  const last = game.commands.at(-1);
  if (!last || last.tick < game.now.tick) return false;
  return game.commands.some(({ tick, command }) => {
    if (tick < game.now.tick) return false;
    if (command.type === 'oxygen') return id === 'oxygen';
    return command.type === 'order' && command.treatment === id;
  });
}

export function cardView(game: GameView, id: CardId): CardView {
  if (id === 'oxygen') return oxygenCard(game);
  const treatment = game.level.treatments.find((candidate) => candidate.id === id);
  const view = game.now.treatments.find((candidate) => candidate.id === id);
  if (!treatment || !view) throw new Error(`The level has no ${id}.`);
  const regimen = regimenOf(treatment, view.running ? view.regimen : '') ?? treatment.regimens[0];
  const sinceDose = view.lastDoseHour < 0 ? Number.POSITIVE_INFINITY : game.now.hour - view.lastDoseHour;
  const isEmpty = treatment.stock !== undefined && view.stockLeft <= 0;
  let status: CardStatus = 'ready';
  if (isWaiting(game, id)) status = 'ordered';
  else if (!isContinuous(id) && sinceDose < JUST_GIVEN_HOURS) status = 'justGiven';
  else if (view.running) status = 'running';
  else if (isEmpty) status = 'empty';
  return {
    id,
    status,
    dose: regimen ? doseLine(game, treatment, regimen.id, view.running) : '',
    remark: remarkOf(game, id),
    left: treatment.stock === undefined ? 0 : Math.max(0, view.stockLeft),
    all: treatment.stock ?? 0,
    step: -1,
    regimen: view.running ? view.regimen : '',
  };
}

/** Share of receptors from which the antibody is told to be at work. */
const COVERED = 0.05;

/** When a treatment acts; for the antibody, once it does, how far it covers its receptor. */
function remarkOf({ now }: GameView, id: TreatmentId): string {
  const covered = now.values[Q.occ] ?? 0;
  if (id === 'tocilizumab' && covered >= COVERED)
    return t('hud.treatments.covered', { percent: formatNumber(100 * covered, 0) });
  return t(`hud.treatment.${id}.onsetShort`);
}

function doseLine(game: GameView, treatment: LevelTreatment, regimenId: string, running: boolean): string {
  if (treatment.id === 'norepinephrine' && running) {
    return t('hud.dose.rate', { rate: formatNumber(game.now.values[Q.ne] ?? 0, 2) });
  }
  const regimen = regimenOf(treatment, regimenId);
  if (!regimen) return '';
  // On a card there is room for one amount: the first, then the next one.
  const given = running ? (game.now.treatments.find(({ id }) => id === treatment.id)?.dosesGiven ?? 0) : 0;
  return regimen.amounts.length > 2
    ? t('hud.dose.taperShort', shortTaper(regimen))
    : doseText(treatment.id, regimen, given);
}

function shortTaper({ amounts }: Regimen): Readonly<Record<string, string>> {
  return { from: formatNumber(amounts[0] ?? 0, 0), until: formatNumber(amounts.at(-1) ?? 0, 0) };
}

function oxygenCard(game: GameView): CardView {
  const step = game.now.oxygenStep;
  const rung = game.level.oxygen[step];
  return {
    id: 'oxygen',
    status: isWaiting(game, 'oxygen') ? 'ordered' : rung && rung.id !== 'roomAir' ? 'running' : 'ready',
    dose: rung ? t(`hud.oxygen.${rung.id}`) : '',
    remark: rung ? t('hud.oxygen.fio2', { percent: formatNumber(rung.fio2 * 100, 0) }) : '',
    left: 0,
    all: 0,
    step,
    regimen: '',
  };
}

/** Hours until the next dose of a running course, or null. */
export function hoursToNextDose(game: GameView, id: CardId): number | null {
  const view = game.now.treatments.find((candidate) => candidate.id === id);
  if (!view?.running || view.nextDoseHour < 0) return null;
  return Math.max(0, view.nextDoseHour - game.now.hour);
}

/** Names of what runs now, for the summary of the patient. */
export function runningText(game: GameView): readonly string[] {
  const names = game.level.treatments.flatMap((treatment) => {
    const view = game.now.treatments.find((candidate) => candidate.id === treatment.id);
    const regimen = view?.running ? regimenOf(treatment, view.regimen) : undefined;
    if (!regimen) return [];
    return [`${t(`hud.treatment.${treatment.id}.name`)}: ${courseText(treatment.id, regimen)}`];
  });
  return names;
}

export function oxygenNow(game: GameView): string {
  return oxygenText(game.level, game.now.oxygenStep);
}

/** Hour of the level at which a tick begins. */
export function hourOf(tick: number): number {
  return tick / TICKS_PER_HOUR;
}
