import type { VNode } from 'preact';
import type { HeroProps } from '../hero.tsx';
import { PlayScreen } from '../playScreen.tsx';
import { ReplayBar } from '../replayBar.tsx';

/** A game, played or replayed. */
export function GamePage(hero: HeroProps): VNode {
  return <PlayScreen {...hero} replayBar={(compare) => <ReplayBar compare={compare} />} />;
}
