import * as v from 'valibot';
import { id, line, tick } from './fields.ts';
import { LIMITS } from './limits.ts';
import { decisionLogSchema } from './logSchema.ts';

const name = v.pipe(line, v.maxLength(LIMITS.nameCharacters));

/** The tree of branches, format 1. */
export const branchTreeSchema = v.strictObject({
  format: v.literal(1),
  kind: v.literal('stormward-tree'),
  id,
  name,
  branches: v.pipe(
    v.array(
      v.strictObject({
        id,
        name,
        parent: v.nullable(id),
        forkTick: tick,
        log: decisionLogSchema,
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.branches),
  ),
});
