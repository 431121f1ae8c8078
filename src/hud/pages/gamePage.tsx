import type { VNode } from 'preact';
import { isSealed } from '../../app/classroom/roomGame.ts';
import { useApp, useClass, useDebriefActions } from '../appContext.ts';
import type { HeroProps } from '../hero.tsx';
import { PlayScreen } from '../playScreen.tsx';
import { ReplayBar } from '../replayBar.tsx';
import { SeatPart } from './classroom/student/seatPart.tsx';

const loadStrip = async () => (await import('./classroom/student/roomStrip.tsx')).RoomStrip;

/** A game, played or replayed. */
export function GamePage(hero: HeroProps): VNode {
  const { open } = useDebriefActions();
  const level = useApp((state) => state.game?.level.id ?? '');
  const sealed = useClass((state) => isSealed(state, level));
  return (
    <PlayScreen
      {...hero}
      comparable={!sealed}
      replayBar={(compare) => (sealed ? <ReplayBar /> : <ReplayBar compare={compare} openDebrief={open} />)}
      roomStrip={<SeatPart load={loadStrip} />}
    />
  );
}
