/** Limits that keep files and functions readable in one sitting. */
import ts from 'typescript';
import { placeOf, type Source, walk } from './sources.ts';

export const MOST_LINES_OF_FILE = 400;
export const MOST_LINES_OF_FUNCTION = 60;

/** Lists of equations may be as long as the model is. */
const LISTS_OF_EQUATIONS = [/^src\/model\/definition\//, /^src\/model\/generated\//];

/** `describe` and `test` blocks are chapters, not functions. */
function isTestBlock(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent)) return false;
  return /^(describe|test|it)\b/.test(node.parent.expression.getText());
}

function countLines({ tree }: Source, node: ts.Node): number {
  const line = (position: number) => tree.getLineAndCharacterOfPosition(position).line;
  return line(node.getEnd()) - line(node.getStart(tree)) + 1;
}

/** `place: lines` for every file and function above its limit. */
export function findOversized(sources: readonly Source[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    if (LISTS_OF_EQUATIONS.some((place) => place.test(source.path))) continue;
    const lines = source.tree.text.trimEnd().split('\n').length;
    if (lines > MOST_LINES_OF_FILE) found.push(`${source.path}: ${lines} lines`);
    walk(source.tree, (node) => {
      if (!ts.isFunctionLike(node) || isTestBlock(node)) return;
      const length = countLines(source, node);
      if (length > MOST_LINES_OF_FUNCTION)
        found.push(`${placeOf(source, node)}: function of ${length} lines`);
    });
  }
  return found;
}
