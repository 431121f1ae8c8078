/** What a student's page does without its picture: the very modules that listen and hand in, many at once in one process. */
import type { ClassApi } from '../../src/app/classroom/api.ts';
import { type Live, openLive } from '../../src/app/classroom/live.ts';
import type { LiveSocket } from '../../src/app/classroom/socketLine.ts';
import type { RoomView } from '../../src/schema/classroom/room.ts';

export interface CrowdPage {
  /** The last view that it heard. */
  view(): RoomView | null;
  readonly live: Live;
}

export function openCrowdPage(base: string, api: ClassApi, token: string): CrowdPage {
  let view: RoomView | null = null;
  const live = openLive(
    {
      openSocket: () => new WebSocket(`${base.replace('http', 'ws')}api/live`) as LiveSocket,
      poll: (since, signal) => api.poll(token, since, signal),
      later: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
      random: () => Math.random(),
    },
    token,
    {
      hear: (message) => {
        if (message.type === 'view' || message.type === 'teacher') view = message.view;
      },
      connection: () => undefined,
    },
  );
  return { view: () => view, live };
}

/** Best result of every seat, as the board of a view has it. */
export function resultsOf(view: RoomView | null): string {
  const rows = view?.rows.map(
    ({ seat, result }) => `${seat} ${result?.submission ?? '-'} ${result?.games ?? 0}`,
  );
  return (rows ?? []).sort().join('\n');
}
