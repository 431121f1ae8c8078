import { parseBranchTree } from '../../schema/branchTree.ts';
import type { Problem } from '../../schema/problem.ts';
import { replayText } from '../../text/refusalText.ts';
import type { TreeProblem } from './checkTree.ts';
import { fragmentToTreeText } from './treeLink.ts';
import type { BranchTree } from './types.ts';
import { t, tAny } from './words.ts';

export type TreeOpening =
  | { readonly ok: true; readonly tree: BranchTree }
  | { readonly ok: false; readonly sentence: string };

/** Plays every game of a tree again, away from the page; null when all of it holds. */
export type TreeCheck = (tree: BranchTree) => Promise<TreeProblem | null>;

/**
 * A tree from outside, or the one sentence that says why not. Text is parsed against its schema first; then every game
 * in it is played again and compared with its parent, so that what opens is proven.
 */
export async function openTree(text: string, check: TreeCheck): Promise<TreeOpening> {
  const parsed = parseBranchTree(text);
  if (!parsed.ok) return refuse(formText(parsed.problem));
  const problem = await check(parsed.value);
  return problem ? refuse(problemText(problem)) : { ok: true, tree: parsed.value };
}

/** The tree that an address's fragment carries. */
export async function openTreeLink(fragment: string, check: TreeCheck): Promise<TreeOpening> {
  const reading = fragmentToTreeText(fragment);
  if (reading.ok) return openTree(reading.text, check);
  return { ok: false, sentence: t(`branches.link.${reading.problem}`) };
}

function refuse(reason: string): TreeOpening {
  return { ok: false, sentence: t('branches.refused', { reason }) };
}

const IN_BRANCH = /^branches\[(\d+)\]\.?(.*)$/;

/** What is wrong with the form of a tree; the branch is named by its place, for its name may be what is wrong. */
function formText({ code, path, values }: Problem): string {
  const [, index, inside = ''] = IN_BRANCH.exec(path) ?? [];
  const said = (at: string): string => tAny(`error.input.${code}`, { ...values, path: at });
  if (index === undefined) return said(path);
  return t('branches.inPlace', { number: Number(index) + 1, reason: said(inside === '' ? path : inside) });
}

function problemText({ branch, from, code, values }: TreeProblem): string {
  const reason = from === 'replay' ? replayText(code, values) : tAny(`branches.problem.${code}`, values);
  return t('branches.inBranch', { branch, reason });
}
