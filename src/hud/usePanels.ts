import { useState } from 'preact/hooks';
import type { Tab } from './bedsideTabs.tsx';
import type { CardId } from './cards.ts';
import type { Layout } from './useLayout.ts';
import { usePlayKeys } from './usePlayKeys.ts';

/** What is open on the play screen, by pointer or by key. */
export interface Panels {
  readonly openCard: CardId | null;
  setOpenCard(id: CardId | null): void;
  /** The list of tests. */
  readonly listOpen: boolean;
  setListOpen(open: boolean): void;
  readonly trendOpen: boolean;
  setTrendOpen(open: boolean): void;
  /** Ghosts and the second log, beside a replay. */
  readonly compareOpen: boolean;
  setCompareOpen(open: boolean): void;
  readonly keysOpen: boolean;
  setKeysOpen(open: boolean): void;
  /** Panel of a small screen; only a low one may have none. */
  readonly tab: Tab | null;
  setTab(tab: Tab | null): void;
  /** The sentence that the player asked for by key. */
  readonly asked: string;
}

/** Holds what is open and lets the keys open and close it. */
export function usePanels(layout: Layout): Panels {
  const [openCard, setOpenCard] = useState<CardId | null>(null);
  const [listOpen, setListOpen] = useState(false);
  const [trendOpen, setTrendOpen] = useState(false);
  const [compareOpen, setCompareOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [tab, setTab] = useState<Tab | null>(layout === 'landscape' ? null : 'treat');
  const [asked, setAsked] = useState('');
  usePlayKeys({
    openCard: (id) => {
      setTab('treat');
      setOpenCard((open) => (open === id ? null : id));
    },
    openTests: () => {
      setTab('labs');
      setListOpen((open) => !open);
    },
    toggleTrend: () => (layout === 'desk' ? setTrendOpen((open) => !open) : setTab('trend')),
    toggleKeys: () => setKeysOpen((open) => !open),
    toggleCompare: () => setCompareOpen((open) => !open),
    close: () => {
      setCompareOpen(false);
      setTrendOpen(false);
      if (layout === 'landscape') setTab(null);
    },
    // A space more makes the same sentence news to a screen reader.
    say: (sentence) => setAsked((before) => (before === sentence ? `${sentence}\u00a0` : sentence)),
  });
  return {
    openCard,
    setOpenCard,
    listOpen,
    setListOpen,
    trendOpen,
    setTrendOpen,
    compareOpen,
    setCompareOpen,
    keysOpen,
    setKeysOpen,
    tab: tab ?? (layout === 'portrait' ? 'treat' : null),
    setTab,
    asked,
  };
}
