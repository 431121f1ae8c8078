import type { Level } from '../../engine/types.ts';
import type { TreeProblem } from './checkTree.ts';
import type { BranchTree } from './types.ts';

/** {@link checkTree} in a worker of its own, which ends with it. Rejects when the worker cannot work. */
export function checkInWorker(tree: BranchTree, levels: readonly Level[]): Promise<TreeProblem | null> {
  const worker = new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' });
  return new Promise<TreeProblem | null>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<TreeProblem | null>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ tree, levels });
  }).finally(() => worker.terminate());
}
