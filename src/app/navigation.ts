import type { Page } from './types.ts';

/** The fragment of each page; a log in the fragment is none of them. */
const FRAGMENTS: Readonly<Record<Page, string>> = {
  menu: '#menu',
  briefing: '#briefing',
  game: '#play',
  end: '#result',
  debrief: '#debrief',
  branches: '#branches',
  about: '#about',
  model: '#model',
};

/** A place on the page about the model, such as #model/IL6. */
const MODEL_PLACE = /^#model\/([A-Za-z0-9-]{1,40})$/;

/** The fragment, with '#', that names a page in the address bar; `at` is a place on the page about the model. */
export function fragmentOf(page: Page, at = ''): string {
  return page === 'model' && at !== '' ? `${FRAGMENTS.model}/${at}` : FRAGMENTS[page];
}

/** The page that a fragment names; null for none and for one that nobody knows. */
export function namedPage(fragment: string): Page | null {
  if (MODEL_PLACE.test(fragment)) return 'model';
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
