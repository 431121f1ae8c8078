/** Sockets of the crowd that only note what they hear: a thousand of them must not cost more than the server they listen to. */

export interface Ear {
  close(): void;
}

/**
 * A student's socket: it says hello, reports its progress now and then, and throws away what it hears.
 *
 * @param every milliseconds between two reports
 */
export function openStudentEar(base: string, token: string, every: number): Ear {
  let tick = 0;
  const socket = openSocket(base, token, () => undefined);
  const timer = setInterval(() => {
    tick += Math.round(every / 50);
    if (socket.readyState === WebSocket.OPEN)
      socket.send(JSON.stringify({ type: 'progress', report: { tick, state: 'playing' } }));
  }, every);
  return {
    close: () => {
      clearInterval(timer);
      socket.close();
    },
  };
}

/** The teacher's: tells for each seat when its first result stood on the board, in milliseconds of performance.now(). */
export function openBoardEar(base: string, key: string): Ear & { seenAt(seat: string): number | null } {
  const seen = new Map<string, number>();
  const socket = openSocket(base, key, (text) => {
    const now = performance.now();
    const { view } = JSON.parse(text) as { view?: { rows: { seat: string; result: unknown }[] } };
    for (const { seat, result } of view?.rows ?? [])
      if (result !== null && !seen.has(seat)) seen.set(seat, now);
  });
  return { close: () => socket.close(), seenAt: (seat) => seen.get(seat) ?? null };
}

function openSocket(base: string, token: string, hear: (text: string) => void): WebSocket {
  const socket = new WebSocket(`${base.replace('http', 'ws')}api/live`);
  socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'hello', token })));
  socket.addEventListener('message', ({ data }) => hear(String(data)));
  return socket;
}
