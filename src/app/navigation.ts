import type { Page } from './types.ts';

/** The fragment of each page; a log in the fragment is none of them. */
const FRAGMENTS: Readonly<Record<Page, string>> = {
  menu: '#menu',
  briefing: '#briefing',
  game: '#play',
  end: '#result',
  about: '#about',
};

/** The fragment, with '#', that names a page in the address bar. */
export function fragmentOf(page: Page): string {
  return FRAGMENTS[page];
}

/** The page that a fragment names; the menu for none and for one that nobody knows. */
export function pageOf(fragment: string): Page {
  const pages = Object.keys(FRAGMENTS) as Page[];
  return pages.find((page) => FRAGMENTS[page] === fragment) ?? 'menu';
}
