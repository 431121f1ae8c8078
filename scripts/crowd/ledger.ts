/** What was acknowledged, held against what is there in the end. */
import type { ClassApi } from '../../src/app/classroom/api.ts';
import type { AcceptedLog } from '../../src/schema/classroom/room.ts';
import { untilAnswered } from './patience.ts';
import type { CrowdRoom } from './rooms.ts';

export interface Audit {
  readonly acknowledged: number;
  /** Acknowledged and not there, or there with other decisions. */
  readonly lost: number;
  /** There more than once. */
  readonly duplicated: number;
}

interface Entry {
  readonly seat: string;
  readonly text: string;
  readonly submission: string;
}

export function createLedger() {
  const entries: Entry[] = [];
  return {
    note: (seat: string, text: string, { submission }: AcceptedLog): void => {
      entries.push({ seat, text, submission });
    },
    /** Reads every log of the rooms back from the server and looks for each acknowledged one. */
    async audit(api: ClassApi, rooms: readonly CrowdRoom[]): Promise<Audit> {
      const there = new Map<string, string[]>();
      for (const { code, key } of rooms) {
        const { value } = await untilAnswered('reading the logs back', () => api.logs(code, key, true));
        for (const { seat, submission, log } of value.logs) {
          const name = keyOf(seat, log);
          there.set(name, [...(there.get(name) ?? []), submission]);
        }
      }
      const lost = entries.filter(
        ({ seat, text, submission }) => !there.get(keyOf(seat, text))?.includes(submission),
      );
      const duplicated = [...there.values()].filter((rows) => rows.length > 1);
      return { acknowledged: entries.length, lost: lost.length, duplicated: duplicated.length };
    },
  };
}

const keyOf = (seat: string, log: string): string => `${seat} ${log}`;

export type Ledger = ReturnType<typeof createLedger>;
