import {
  createHash,
  type Hash,
  hashDigits,
  hashNumber,
  hashNumbers,
  hashString,
  hashWord,
  hashWords,
} from '../math/hash.ts';
import type { EngineState } from './state.ts';
import type { LabResult, TreatmentState } from './types.ts';

/** Fingerprint of everything in a state that can change what follows or what is reported: 16 hexadecimal digits. */
export function stateHash(state: EngineState): string {
  const hash = createHash();
  hashWord(hash, state.tick);
  hashString(hash, state.mode);
  hashWord(hash, state.seed);
  hashNumbers(hash, state.y);
  hashNumbers(hash, state.p);
  for (const stream of state.streams.labs) hashWords(hash, stream);
  hashWord(hash, state.oxygenStep);
  for (const treatment of state.treatments) hashTreatment(hash, treatment);
  hashLabs(hash, state.labsPending);
  hashLabs(hash, state.labResults);
  for (const status of state.objectives) hashString(hash, status);
  hashTallies(hash, state);
  hashString(hash, state.outcome === null ? '' : state.outcome.kind);
  hashNumber(hash, state.outcome === null ? -1 : state.outcome.tick);
  return hashDigits(hash);
}

function hashTreatment(hash: Hash, treatment: TreatmentState): void {
  hashWord(hash, treatment.running ? 1 : 0);
  hashString(hash, treatment.regimen);
  hashWord(hash, treatment.orderedTick);
  hashWord(hash, treatment.nextDoseTick);
  hashWord(hash, treatment.dosesInOrder);
  hashWord(hash, treatment.dosesGiven);
  hashWord(hash, treatment.dosesWithoutUse);
  hashWord(hash, treatment.courseHasUse ? 1 : 0);
  hashWord(hash, treatment.lastDoseTick);
  hashNumber(hash, treatment.lastAmount);
}

function hashLabs(hash: Hash, labs: readonly LabResult[]): void {
  hashWord(hash, labs.length);
  for (const lab of labs) {
    hashString(hash, lab.test);
    hashWord(hash, lab.orderedTick);
    hashWord(hash, lab.readyTick);
    hashNumber(hash, lab.value);
  }
}

function hashTallies(hash: Hash, { tallies, endings }: EngineState): void {
  hashNumber(hash, tallies.sofaHours);
  hashNumber(hash, tallies.guardLostHours);
  hashWord(hash, tallies.secondInfectionTicks);
  hashWord(hash, tallies.commandsGiven);
  hashWord(hash, tallies.testsOrdered);
  hashWord(hash, tallies.testsTooSoon);
  hashWord(hash, tallies.norepinephrineTicksWithoutUse);
  hashWord(hash, tallies.oxygenTicksWithoutUse);
  hashNumber(hash, endings.reserve);
  hashWord(hash, endings.overwhelmedTicks);
  hashWord(hash, endings.infectionBalance);
  hashWord(hash, endings.wellTicks);
  hashWord(hash, endings.hasBeenIll ? 1 : 0);
  hashNumber(hash, endings.lowestPF);
}
