/** Plays the games of a tree again, away from the page. One message in, one out. */
import type { Level } from '../../engine/types.ts';
import { checkTree } from './checkTree.ts';
import type { BranchTree } from './types.ts';

addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly tree: BranchTree; readonly levels: readonly Level[] }>) =>
    postMessage(checkTree(data.tree, data.levels)),
);
