import * as v from 'valibot';
import { hash, id, labId, mode, numberBetween, tick, treatmentId, version, wholeBetween } from './fields.ts';
import { LIMITS } from './limits.ts';

const command = v.variant('type', [
  v.strictObject({ type: v.literal('order'), treatment: treatmentId, regimen: id }),
  v.strictObject({ type: v.literal('stop'), treatment: treatmentId }),
  v.strictObject({ type: v.literal('lab'), test: labId }),
  v.strictObject({ type: v.literal('oxygen'), step: wholeBetween(0, LIMITS.listEntries) }),
]);

/** The decision log, format 1. */
export const decisionLogSchema = v.strictObject({
  format: v.literal(1),
  model: v.strictObject({ version, hash }),
  level: v.strictObject({ id, hash }),
  seed: wholeBetween(0, 4_294_967_295),
  mode,
  commands: v.pipe(v.array(v.strictObject({ tick, command })), v.maxLength(LIMITS.commands)),
  checkpoints: v.pipe(
    v.array(v.strictObject({ tick, hash })),
    v.minLength(1),
    v.maxLength(LIMITS.checkpoints),
  ),
  outcome: v.picklist(['recovered', 'organFailure', 'opportunisticInfection', 'stillOnWard']),
  endTick: tick,
  score: wholeBetween(0, 100),
  pauses: v.pipe(
    v.array(v.strictObject({ tick, seconds: numberBetween(0, 31_536_000) })),
    v.maxLength(LIMITS.declarations),
  ),
  speeds: v.pipe(
    v.array(v.strictObject({ tick, speed: numberBetween(0, 64) })),
    v.maxLength(LIMITS.declarations),
  ),
});
