import { useState } from 'preact/hooks';
import type { RoomFacts } from '../../../../schema/classroom/room.ts';
import type { RoomTab } from './roomTabs.tsx';

interface ShownTab {
  readonly code: string;
  readonly state: RoomFacts['state'];
  readonly tab: RoomTab;
}

/** What was shown last: whoever comes back from a replay finds the room as it was left. */
let last: ShownTab | null = null;

/** Where a room is looked at first: who comes in, how it goes, who won. Homework in which nobody sits yet is to be made known. */
function firstTab(state: RoomFacts['state'], kind: RoomFacts['kind'], isEmpty: boolean): RoomTab {
  if (state === 'open' && kind === 'until' && isEmpty) return 'lobby';
  return ({ lobby: 'lobby', open: 'board', closed: 'podium' } as const)[state];
}

/** The tab to show after `shown`: the same one while room and state are the same, the first one of the new state otherwise. */
export function tabOf(
  shown: ShownTab | null,
  { code, state, kind }: Pick<RoomFacts, 'code' | 'state' | 'kind'>,
  isEmpty = false,
): ShownTab {
  if (shown?.code === code && shown.state === state) return shown;
  return { code, state, tab: firstTab(state, kind, isEmpty) };
}

/** The view of the room. Only its state moves the wall on; whatever else changes leaves the view where the teacher put it. */
export function useRoomTab(
  room: Pick<RoomFacts, 'code' | 'state' | 'kind'>,
  isEmpty: boolean,
): readonly [RoomTab, (tab: RoomTab) => void] {
  const [, setShown] = useState<ShownTab | null>(last);
  // Of what was shown last, not of what was pressed last: somebody who joins moves no view.
  const current = tabOf(last, room, isEmpty);
  last = current;
  const show = (tab: RoomTab): void => {
    last = { ...current, tab };
    setShown(last);
  };
  return [current.tab, show];
}
