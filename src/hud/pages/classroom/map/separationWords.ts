/** The question that parts the class, in words and as which games did it. */
import type { ClassMap, ClassRow, Separation } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { regimenName } from '../../../doses.ts';
import { formatNumber } from '../../../format.ts';
import { t } from '../mapWords.ts';
import { momentWords } from './rowWords.ts';
import { type SymbolId, small, symbolName } from './symbols.ts';

function treatmentWords(level: Level, { treatment, regimen, kind }: Separation): string {
  const drug = level.treatments.find(({ id }) => id === treatment);
  const way = drug?.regimens.find(({ id }) => id === regimen);
  // "who gave no antiviral", but "who gave an antiviral".
  const isCounted = kind !== 'never' && (treatment === 'antiviral' || treatment === 'antibiotic');
  const name = isCounted ? t(`classMap.separation.${treatment}`) : symbolName(treatment as SymbolId);
  // That a dose is the highest says more than its name.
  if (!drug || !way || kind === 'highestDose') return name;
  return t('classMap.dose', { treatment: name, regimen: small(regimenName(drug.id, way)) });
}

/** "17 of 19 who gave dexamethasone before day 2, 06:00 recovered; 2 of 11 who did not." */
export function separationSentence(level: Level, separation: Separation): string {
  const { kind, hour, did, didNot } = separation;
  const treatment = treatmentWords(level, separation);
  const moment = hour === null ? '' : momentWords(hour);
  const values = {
    did: t(`classMap.separation.${kind}`, { treatment, moment }),
    didWon: did.won,
    didOf: did.of,
    didNotWon: didNot.won,
    didNotOf: didNot.of,
  };
  if (kind === 'never') return t('classMap.separation.sentenceNever', values);
  return t('classMap.separation.sentence', values);
}

/** Fewer games are not parted; as in src/classroom/separation.ts, whose code comes in a worker. */
const FEWEST_GAMES = 6;

/** Why there is no question: the class is too small or ended alike, or whatever was decided goes along with both endings. */
export function nothingSentence({ outcomes }: Pick<ClassMap, 'outcomes'>): string {
  const games = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const endedAlike = outcomes.recovered === 0 || outcomes.recovered === games;
  return t(`classMap.separation.${games < FEWEST_GAMES || endedAlike ? 'none' : 'noQuestion'}`);
}

/** How often chance alone finds a question as good, in percent. */
export function chanceSentence({ p }: Separation): string {
  const percent = p * 100;
  if (percent < 0.1) return t('classMap.separation.pBelow', { percent: formatNumber(0.1, 1) });
  return t('classMap.separation.p', { percent: formatNumber(percent, percent < 10 ? 1 : 0) });
}

/** Whether the answer of a game to the question is yes. */
export function didIt(row: ClassRow, { kind, treatment, regimen, hour }: Separation): boolean {
  const first = row.marks.find(
    ({ command }) =>
      command.type === 'order' &&
      command.treatment === treatment &&
      (regimen === null || command.regimen === regimen),
  );
  if (kind === 'never') return first === undefined;
  return first !== undefined && (kind !== 'before' || first.hour < (hour ?? 0));
}
