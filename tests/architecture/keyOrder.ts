/**
 * Finds where a result could depend on the order in which keys were inserted
 * somewhere else: `for..in`, lists of an object's keys that are not sorted, and
 * Maps and Sets used for more than a look-up.
 */
import ts from 'typescript';
import { isName } from './bannedFunctions.ts';
import { placeOf, type Source, walk } from './sources.ts';

/** Data that is read once, before a game starts, and where the order of the keys changes nothing. */
const MAY_ITERATE_KEYS = [
  /^src\/model\/definition\//,
  /^src\/model\/triggers\.ts$/,
  /^src\/engine\/checkLevel\.ts$/,
];

const KEY_LISTS = /^(keys|values|entries|getOwnPropertyNames)$/;
const KEYED = /^(Readonly|Weak)?(Map|Set)$/;
const LOOK_UPS = /^(get|set|has|add|delete|size|clear)$/;

/** True when the list of keys that `node` starts is sorted in the same chain of calls. */
function isSorted(node: ts.Node): boolean {
  let link = node.parent;
  while (ts.isCallExpression(link) || ts.isPropertyAccessExpression(link)) {
    if (ts.isPropertyAccessExpression(link) && /^(toSorted|sort)$/.test(link.name.text)) return true;
    link = link.parent;
  }
  return false;
}

/** The variable or parameter that a mention of Map or Set declares, or null when it has no name here. */
function declaredName(mention: ts.Node): string | null {
  const { parent } = mention.parent;
  const declares = ts.isVariableDeclaration(parent) || ts.isParameter(parent);
  return declares && ts.isIdentifier(parent.name) ? parent.name.text : null;
}

function isLookUp(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.name === node;
  return ts.isPropertyAccessExpression(parent) && LOOK_UPS.test(parent.name.text);
}

function checkSource(source: Source): string[] {
  const found: string[] = [];
  const keyed: string[] = [];
  walk(source.tree, (node) => {
    if (ts.isForInStatement(node)) found.push(`${placeOf(source, node)} for..in`);
    if (!ts.isIdentifier(node)) return;
    if (KEYED.test(node.text) && isName(node)) {
      const name = declaredName(node);
      if (name === null) found.push(`${placeOf(source, node)} ${node.text} without a name`);
      else keyed.push(name);
    }
    const { parent } = node;
    if (node.text !== 'Object' || !ts.isPropertyAccessExpression(parent) || isSorted(parent)) return;
    if (KEY_LISTS.test(parent.name.text)) found.push(`${placeOf(source, node)} Object.${parent.name.text}`);
  });
  walk(source.tree, (node) => {
    if (!ts.isIdentifier(node) || !keyed.includes(node.text) || !isName(node) || isLookUp(node)) return;
    found.push(`${placeOf(source, node)} ${node.text} is more than looked up`);
  });
  return found;
}

/** `path:line what` for every place in the given files that may depend on the order of keys. */
export function findKeyOrder(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => !MAY_ITERATE_KEYS.some((place) => place.test(path)))
    .flatMap(checkSource);
}
