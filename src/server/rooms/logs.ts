/** GET /api/rooms/:code/logs: the logs of a class, which may be many, sent piece by piece. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RoomLogs } from '../../schema/classroom/room.ts';
import { JSON_TYPE, sendRefused } from '../answers.ts';
import type { RoomRecord, SubmissionRecord } from '../store/types.ts';
import { bestOf } from './board.ts';
import { teacherCaller } from './callers.ts';
import type { RoomParts } from './parts.ts';

/** Logs that are in memory at once. */
const PIECE = 16;

type LogEntry = RoomLogs['logs'][number];

export async function readLogs(
  parts: RoomParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = await teacherCaller(parts, request);
  if (caller.isRefused) return sendRefused(reply, caller);
  const { all } = request.query as { readonly all?: unknown };
  const entries = await listEntries(parts, caller.room, all === '1');
  return reply.type(JSON_TYPE).send(Readable.from(piecesOf(parts, caller.room, entries)));
}

/** Everything but the texts, by the time at which it came. Seats that were put out are left out. */
async function listEntries(
  { store }: RoomParts,
  room: RoomRecord,
  all: boolean,
): Promise<readonly Omit<LogEntry, 'log'>[]> {
  const [seats, submissions] = await Promise.all([store.seats(room.id), store.submissions(room.id)]);
  const names = new Map(seats.filter(({ kicked }) => !kicked).map(({ id, name }) => [id, name]));
  const best = bestOf(submissions);
  const isBest = ({ id, seatId }: SubmissionRecord) => best.get(seatId)?.id === id;
  return submissions
    .filter((submission) => all || isBest(submission))
    .flatMap((submission) => {
      const { id, seatId: seat, late, receivedAt } = submission;
      const name = names.get(seat);
      return name === undefined
        ? []
        : [{ seat, name, submission: id, best: isBest(submission), late, receivedAt }];
    });
}

async function* piecesOf(
  { store }: RoomParts,
  room: RoomRecord,
  entries: readonly Omit<LogEntry, 'log'>[],
): AsyncGenerator<string> {
  yield '{"logs":[';
  let isFirst = true;
  for (let start = 0; start < entries.length; start += PIECE) {
    const piece = entries.slice(start, start + PIECE);
    const texts = await store.logs(
      room.id,
      piece.map(({ submission }) => submission),
    );
    for (const entry of piece) {
      const log = texts.get(entry.submission);
      // Its seat was given up while this was sent.
      if (log === undefined) continue;
      yield `${isFirst ? '' : ','}${JSON.stringify({ ...entry, log } satisfies LogEntry)}`;
      isFirst = false;
    }
  }
  yield ']}';
}
