import { meansTree } from '../../schema/branchTree.ts';

const PREFIX = 'tree=';

/** True when a text means to be a tree of branches rather than a single log. */
export function isTreeText(text: string): boolean {
  return meansTree(text);
}

/** True when an address's fragment (with or without '#') means to carry a tree. */
export function carriesTree(fragment: string): boolean {
  return fragment.replace(/^#/, '').startsWith(PREFIX);
}
