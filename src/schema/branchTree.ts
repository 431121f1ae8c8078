import * as v from 'valibot';
import { checkCommandTicks } from './decisionLog.ts';
import { LIMITS } from './limits.ts';
import { LOG_MIGRATIONS, migrate, TREE_MIGRATIONS } from './migrations.ts';
import { type Parsed, type Problem, refuse } from './problem.ts';
import { problemOf } from './problemOf.ts';
import { checkKeys, readJson } from './readJson.ts';
import { branchTreeSchema } from './treeSchema.ts';

/** A tree as it is parsed; the same as BranchTree of the browser. */
export type ParsedTree = v.InferOutput<typeof branchTreeSchema>;

/** True when a text means to be a tree of branches rather than a single log. Never throws. */
export function meansTree(text: string): boolean {
  const read = readJson(text, LIMITS.treeCharacters);
  return read.ok && typeof read.value === 'object' && read.value !== null && 'kind' in read.value;
}

/**
 * A tree of branches from text of any origin: every branch after its parent, the root first and alone. Never throws;
 * whether the logs hold, and are their parents' up to the fork, is for checkTree to say.
 */
export function parseBranchTree(text: string): Parsed<ParsedTree> {
  const read = readJson(text, LIMITS.treeCharacters);
  return read.ok ? parseTree(read.value) : read;
}

/** The same for a value that was stored as such. */
export function parseStoredTree(value: unknown): Parsed<ParsedTree> {
  const checked = checkKeys(value);
  return checked.ok ? parseTree(checked.value) : checked;
}

function parseTree(value: unknown): Parsed<ParsedTree> {
  const current = migrate(value, TREE_MIGRATIONS);
  if (!current.ok) return current;
  const result = v.safeParse(branchTreeSchema, withCurrentLogs(current.value), { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  return refuseWhere(checkBranches(result.output)) ?? { ok: true, value: result.output };
}

/** The logs inside brought to the format of today; what is no log is left for the schema to refuse. */
function withCurrentLogs(value: unknown): unknown {
  const { branches } = value as { readonly branches?: unknown };
  if (!Array.isArray(branches) || branches.length > LIMITS.branches) return value;
  const migrated = branches.map((branch: unknown) => {
    if (typeof branch !== 'object' || branch === null || !('log' in branch)) return branch;
    const log = migrate(branch.log, LOG_MIGRATIONS);
    return log.ok ? { ...branch, log: log.value } : branch;
  });
  return { ...(value as object), branches: migrated };
}

function refuseWhere(problem: Problem | null): Parsed<never> | null {
  return problem && { ok: false, problem };
}

/** What the shape alone cannot say: one root, which comes first; ids that differ; parents before their branches. */
function checkBranches({ branches }: ParsedTree): Problem | null {
  const known = new Set<string>();
  for (const [index, { id, parent, forkTick, log }] of branches.entries()) {
    const at = `branches[${index}]`;
    if (known.has(id)) return refuse('duplicate', `${at}.id`, { found: id }).problem;
    const isRoot = index === 0;
    if (isRoot !== (parent === null)) return refuse('wrongParent', `${at}.parent`).problem;
    if (parent !== null && !known.has(parent)) return refuse('wrongParent', `${at}.parent`).problem;
    if (isRoot && forkTick !== 0)
      return refuse('tooBig', `${at}.forkTick`, { expected: 0, found: forkTick }).problem;
    const late = checkCommandTicks(log.commands, log.endTick - 1);
    if (late !== null && !late.ok) return { ...late.problem, path: `${at}.log.${late.problem.path}` };
    known.add(id);
  }
  return null;
}
