/** A tree of branches as part of an address, packed like a log, after `#tree=`. */

import { LIMITS } from '../../schema/limits.ts';
import { fragmentToText, type LinkReading, textToFragment } from '../logLink.ts';
import type { BranchTree } from './types.ts';

const PREFIX = 'tree=';

/** Characters of the longest link that is offered: beyond that, mail and chat programs cut links off. */
export const TREE_LINK_LIMIT = 8_000;

/** The fragment, without '#', that carries a tree; null when it would be too long to be passed on. */
export function treeToFragment(tree: BranchTree): string | null {
  const fragment = textToFragment(PREFIX, JSON.stringify(tree));
  return fragment.length <= TREE_LINK_LIMIT ? fragment : null;
}

/** The JSON text inside a fragment made by {@link treeToFragment}; a hostile one costs no more than a tree may hold. */
export function fragmentToTreeText(fragment: string): LinkReading {
  return fragmentToText(PREFIX, fragment, LIMITS.treeCharacters);
}
