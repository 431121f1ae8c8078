import type { ClassPlace } from './classroom/types.ts';
import type { Page } from './types.ts';

/** The fragment of each page; a log in the fragment is none of them. */
const FRAGMENTS: Readonly<Record<Page, string>> = {
  menu: '#menu',
  briefing: '#briefing',
  game: '#play',
  end: '#result',
  debrief: '#debrief',
  branches: '#branches',
  class: '#class',
  about: '#about',
  model: '#model',
};

/** A place on the page about the model, such as #model/IL6. */
const MODEL_PLACE = /^#model\/([A-Za-z0-9-]{1,40})$/;

/** A place in the class, such as #class/join/KQ7ZDW; behind a room may stand the teacher's key. */
const CLASS_PAGE = /^#class(\/|$)/;
const CLASS_PLACE = /^#class\/(open|join|room|seat|files)(?:\/([0-9A-Za-z]{6})(?:\/(.*))?)?$/;

/** The fragment, with '#', that names a page in the address bar; `at` is a place on the page of the model or of the class. */
export function fragmentOf(page: Page, at = ''): string {
  const hasPlaces = page === 'model' || page === 'class';
  return hasPlaces && at !== '' ? `${FRAGMENTS[page]}/${at}` : FRAGMENTS[page];
}

/** The page that a fragment names; null for none and for one that nobody knows. */
export function namedPage(fragment: string): Page | null {
  if (MODEL_PLACE.test(fragment)) return 'model';
  if (CLASS_PAGE.test(fragment)) return 'class';
  const pages = Object.keys(FRAGMENTS) as Page[];
  return pages.find((page) => FRAGMENTS[page] === fragment) ?? null;
}

/** The page that a fragment names; the menu for none and for one that nobody knows. */
export function pageOf(fragment: string): Page {
  return namedPage(fragment) ?? 'menu';
}

/** The place on the page about the model that a fragment names, or ''. */
export function modelPlaceOf(fragment: string): string {
  return MODEL_PLACE.exec(fragment)?.[1] ?? '';
}

/** The place of the class that a fragment names, its doors for any other, and the teacher's key that stands behind it, or ''. */
export function classPlaceOf(fragment: string): { readonly place: ClassPlace; readonly key: string } {
  const [, part = 'doors', code = '', key = ''] = CLASS_PLACE.exec(fragment) ?? [];
  return { place: { part: part as ClassPlace['part'], code: code.toUpperCase() }, key };
}

/** A place of the class as it stands behind `#class/`. It never holds a key: a projector shows the address too. */
export function classPlaceName({ part, code }: ClassPlace): string {
  if (part === 'doors') return '';
  return code === '' ? part : `${part}/${code}`;
}
