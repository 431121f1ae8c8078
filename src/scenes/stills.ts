/** Still pictures of the inside view for the pages: a queue before one painter, which is loaded when the first is asked for. */
import type { StillPictures } from '../app/debrief/stillPictures.ts';
import type { Level, Snapshot } from '../engine/types.ts';
import type { StillPainter } from './stillPainter.ts';

type Answer = Awaited<ReturnType<StillPictures['paint']>>;

interface Wish {
  readonly snapshot: Snapshot;
  readonly level: Level;
  readonly answer: (how: Answer) => void;
}

export interface StillsHost {
  /** A moment in sentences, for those who do not see it. */
  readonly describe: StillPictures['describe'];
  /** Calls back when the page has a moment to spare: at most one picture is painted in each. */
  readonly whenFree: (work: () => void) => void;
  /** Makes the painter; null when this browser cannot draw the scene. May reject. */
  readonly createPainter: (first: {
    readonly snapshot: Snapshot;
    readonly level: Level;
  }) => Promise<StillPainter | null>;
}

/** What the queue remembers. */
interface Queue {
  /** The newest wish for each canvas, the longest waiting first. */
  readonly wishes: Map<HTMLCanvasElement, Wish>;
  painter: StillPainter | null;
  working: boolean;
  /** True once the scene could not be made: it is not tried again. */
  missing: boolean;
  /** Counts the releases: a painter that arrives after one is not kept. */
  released: number;
}

/** Makes the queue. Nothing is loaded before the first picture is asked for. */
export function createStills(host: StillsHost): StillPictures {
  const queue: Queue = { wishes: new Map(), painter: null, working: false, missing: false, released: 0 };
  return {
    describe: host.describe,
    paint: (canvas, snapshot, level) =>
      new Promise((answer) => {
        queue.wishes.get(canvas)?.answer('replaced');
        queue.wishes.set(canvas, { snapshot, level, answer });
        if (!queue.working) void work(host, queue);
      }),
    release() {
      queue.released += 1;
      answerAll(queue, 'replaced');
      queue.painter?.destroy();
      queue.painter = null;
    },
  };
}

function answerAll({ wishes }: Queue, how: Answer): void {
  const waiting = [...wishes.values()];
  wishes.clear();
  for (const { answer } of waiting) answer(how);
}

async function work(host: StillsHost, queue: Queue): Promise<void> {
  queue.working = true;
  for (let next = first(queue); next; next = first(queue)) {
    await new Promise<void>((free) => host.whenFree(free));
    try {
      await paintOne(host, queue);
    } catch {
      queue.missing = true;
    }
    if (queue.missing) answerAll(queue, 'missing');
  }
  queue.working = false;
}

function first({ wishes }: Queue): readonly [HTMLCanvasElement, Wish] | undefined {
  return wishes.entries().next().value;
}

async function paintOne(host: StillsHost, queue: Queue): Promise<void> {
  const sought = first(queue);
  if (!sought || queue.missing) return;
  if (!queue.painter) {
    const before = queue.released;
    const painter = await host.createPainter(sought[1]);
    if (painter === null) queue.missing = true;
    else if (queue.released === before) queue.painter = painter;
    else painter.destroy();
    // Meanwhile something newer may be wished for; the next turn paints it.
    return;
  }
  const [canvas, { snapshot, level, answer }] = sought;
  queue.wishes.delete(canvas);
  try {
    await queue.painter.paint(canvas, snapshot, level);
    answer('painted');
  } catch (error) {
    answer('missing');
    throw error;
  }
}
