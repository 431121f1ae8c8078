import './pages.css';
import { createElement, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Page } from '../../app/types.ts';
import { t } from '../../text/catalogue.ts';
import { useApp } from '../appContext.ts';
import '../bedsideStyles.ts';
import type { HeroProps } from '../hero.tsx';
import { BriefingPage } from './briefing.tsx';
import { DebugLine } from './debugLine.tsx';
import { createLatePart, LatePage, type LatePart } from './latePart.tsx';
import { LogDrop } from './logDrop.tsx';
import { MenuPage } from './menu.tsx';
import { ModelPage } from './modelPage.tsx';
import { NoticeBar } from './noticeBar.tsx';
import { levelText } from './words.ts';

const LATE_PAGES = {
  game: createLatePart(async () => (await import('./gamePage.tsx')).GamePage),
  end: createLatePart(async () => (await import('./end.tsx')).EndPage),
  debrief: createLatePart(async () => (await import('./debrief/debriefPage.tsx')).DebriefPage),
  branches: createLatePart(async () => (await import('./branches/branchesPage.tsx')).BranchesPage),
  class: createLatePart(async () => (await import('./classroom/classPage.tsx')).ClassPage),
  about: createLatePart(async () => (await import('./about.tsx')).AboutPage),
} satisfies Partial<Record<Page, LatePart<HeroProps>>>;

/** A page that may well be the next one is fetched before it is asked for, once the one that is open has had its time. */
const NEXT: Readonly<Partial<Record<Page, LatePart<HeroProps>>>> = {
  menu: LATE_PAGES.game,
  briefing: LATE_PAGES.game,
  // A class that starts at once should not fetch the game at once, and its network may go at any time.
  class: LATE_PAGES.game,
  game: LATE_PAGES.end,
  end: LATE_PAGES.debrief,
};
const ITS_TIME_MILLISECONDS = 1000;

const PAGES: Readonly<Record<Exclude<Page, keyof typeof LATE_PAGES>, () => VNode | null>> = {
  menu: MenuPage,
  briefing: BriefingPage,
  model: ModelPage,
};

interface PagesProps extends HeroProps {
  readonly debug: boolean;
}

/** The whole page: the one that is open, and what lies over all of them. */
export function Pages({ debug, ...hero }: PagesProps): VNode {
  const page = useApp((state) => state.page);
  const theme = useApp((state) => state.settings.theme);
  const motion = useApp((state) => state.settings.motion);
  const title = useTitle(page);
  const content = useRef<HTMLDivElement>(null);
  // A replay that takes the place of a game, or of another replay, is a screen of its own.
  const screen = useApp((state) =>
    state.page === 'game' ? (state.game?.replay?.log ?? 'game') : state.page,
  );
  const focusWhenArrived = useHeadingFocus(screen, content);
  useEffect(() => {
    const timer = setTimeout(() => NEXT[page]?.preload(), ITS_TIME_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [page]);
  useEffect(() => {
    document.title = title;
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.motion = motion;
  }, [title, theme, motion]);
  return (
    <>
      <button type="button" class="skip-link" onClick={() => focusHeading(content.current)}>
        {t('page.skip')}
      </button>
      <div id="content" class={`page page-${page}`} ref={content}>
        {isLate(page) ? (
          <LatePage<HeroProps>
            key={page}
            part={LATE_PAGES[page]}
            given={page === 'game' ? hero : NOTHING}
            onArrival={focusWhenArrived}
          />
        ) : (
          createElement(PAGES[page], null)
        )}
      </div>
      <NoticeBar />
      <LogDrop />
      {debug && <DebugLine />}
    </>
  );
}

const NOTHING: HeroProps = {};

function isLate(page: Page): page is keyof typeof LATE_PAGES {
  return page in LATE_PAGES;
}

function useTitle(page: Page): string {
  const level = useApp((state) => (page === 'briefing' ? state.chosenLevel : (state.game?.level ?? null)));
  const replay = useApp((state) => state.game?.kind === 'replay');
  if (page === 'menu' || page === 'about' || page === 'model' || page === 'branches' || page === 'class')
    return t(`page.title.${page}`);
  if (!level) return t('page.title.menu');
  const key = page === 'game' && replay ? 'replay' : page;
  return t(`page.title.${key}`, { level: levelText(level).title });
}

/** Puts the focus on the heading of the page; false when there is none yet. */
function focusHeading(content: HTMLElement | null): boolean {
  const heading = content?.querySelector('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}

/**
 * A new screen is announced by its heading; the very first one leaves the focus to the browser.
 *
 * @returns to be called when a screen that came without its heading has it
 */
function useHeadingFocus(screen: unknown, content: { readonly current: HTMLElement | null }): () => void {
  const shown = useRef(screen);
  const isWaiting = useRef(false);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    window.scrollTo(0, 0);
    isWaiting.current = !focusHeading(content.current);
  }, [screen, content]);
  return () => {
    if (isWaiting.current) isWaiting.current = !focusHeading(content.current);
  };
}
