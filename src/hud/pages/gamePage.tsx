import type { VNode } from 'preact';
import { useDebriefActions } from '../appContext.ts';
import type { HeroProps } from '../hero.tsx';
import { PlayScreen } from '../playScreen.tsx';
import { ReplayBar } from '../replayBar.tsx';

/** A game, played or replayed. */
export function GamePage(hero: HeroProps): VNode {
  const { open } = useDebriefActions();
  return <PlayScreen {...hero} replayBar={(compare) => <ReplayBar compare={compare} openDebrief={open} />} />;
}
