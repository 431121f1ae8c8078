/** How soon the debrief of a game of ten days with eight decisions is there in a real browser, and whether it ever holds up the page. */
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly } from '../../src/analysis/policy.ts';
import { makeLog } from '../../src/engine/log.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Command, DecisionLog, Level } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import type { HeldGame } from '../../src/schema/heldGame.ts';
import { createServer } from '../../src/server/app.ts';

/** Milliseconds, by the clock of the page. */
export interface DebriefPageFigures {
  /** From the click on the end screen to the first mark that can be seen, and to the last. */
  readonly firstMark: number;
  readonly allMarks: number;
  /** From moving a decision to the course that follows from it; the middle and the slowest of all moves. */
  readonly redraw: { readonly median: number; readonly longest: number };
  /** Tasks of the page above 50 ms from the click to the last redraw: how many, and the longest (0 without any). */
  readonly longTasks: number;
  readonly longestTask: number;
  /** Worker threads that the page had: those that hold patients, the one that conducts them, and the one for courses. */
  readonly threads: number;
}

const LEVEL = 'the-quiet-doubling';
const PATIENCE = 120_000;
/** Moves of a decision, one after the other as a hand makes them. */
const MOVES = 40;
const MOVE_MILLISECONDS = 30;

/** Decisions besides those of the guideline, so that there are eight. */
const FLUIDS: Command = { type: 'order', treatment: 'fluids', regimen: 'bag' };
const FLUID_TICKS: readonly number[] = [700, 900];

/** The level treated by its guideline and a little more: eight decisions in ten days. */
export function benchLog(horizonHours?: number): { readonly level: Level; readonly log: DecisionLog } {
  const found = loadLevels().find(({ id }) => id === LEVEL);
  if (!found) throw new Error(`There is no level ${LEVEL}.`);
  const level = { ...found, horizonHours: horizonHours ?? found.horizonHours };
  const byGuideline = decideHourly(level, guideline);
  const { state, recorder } = simulate(level, {
    seed: 1,
    mode: 'student',
    decide: (at) => [...byGuideline(at), ...(FLUID_TICKS.includes(at.tick) ? [FLUIDS] : [])],
  });
  return { level, log: makeLog(level, state, recorder) };
}

/** Opens the debrief of that game in a browser, from the end of the game on, and moves a decision about. */
export async function measureDebriefPage(folder: string): Promise<DebriefPageFigures> {
  const { launchBrowser } = await import('../../tests/support/browser.ts');
  const server = await createServer(folder);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch);
    await reachEnd(page, `http://127.0.0.1:${port}/`);
    return await lookBack(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A visit that takes up the game right before its end, and plays on to it. */
async function reachEnd(page: Page, origin: string): Promise<void> {
  const { log } = benchLog();
  const { format, model, level, seed, mode, commands, endTick, pauses, speeds } = log;
  const held: HeldGame = { format, model, level, seed, mode, commands, pauses, speeds, tick: endTick - 2 };
  await page.addInitScript(`localStorage.setItem('stormward.game', ${JSON.stringify(JSON.stringify(held))})`);
  await page.goto(origin);
  await page.getByRole('button', { name: /^Go on with your game/ }).click();
  await page.getByRole('button', { name: /^Forward 1 h/ }).click();
  await page.getByRole('heading', { level: 1, name: /^The patient/ }).waitFor();
}

/** What `watch` leaves in the page. */
interface Watched {
  debriefWatch: {
    clicked: number;
    firstMark: number;
    allMarks: number;
    workers: number;
    readonly tasks: { readonly start: number; readonly duration: number }[];
  };
}

/** Runs in the page before its own scripts: notes long tasks, workers, and when marks come after a click. */
function watch(): void {
  const notes: Watched['debriefWatch'] = { clicked: 0, firstMark: 0, allMarks: 0, workers: 0, tasks: [] };
  (window as unknown as Watched).debriefWatch = notes;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (String(url).includes('debriefWorker')) notes.workers += 1;
    }
  };
  const look = (): void => {
    if (notes.clicked === 0) return;
    // Seen is what the frame after the change shows.
    const seen = (write: (now: number) => void) =>
      requestAnimationFrame((now) => setTimeout(() => write(Math.max(now, performance.now()))));
    if (notes.firstMark === 0 && document.querySelector('.debrief .lane-mark')) {
      notes.firstMark = 1;
      seen((now) => {
        notes.firstMark = now;
      });
    }
    if (notes.allMarks === 0 && notes.firstMark > 0 && !document.querySelector('.debrief progress')) {
      notes.allMarks = 1;
      seen((now) => {
        notes.allMarks = now;
      });
    }
  };
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  document.addEventListener(
    'click',
    ({ timeStamp, target }) => {
      if ((target as Element).closest('.end-doors .button')) notes.clicked = timeStamp;
    },
    true,
  );
}

async function lookBack(page: Page): Promise<DebriefPageFigures> {
  await page.getByRole('button', { name: /^Debrief/ }).click();
  await page.waitForFunction(() => (window as unknown as Watched).debriefWatch.allMarks > 1);
  const redraws = await moveDecision(page);
  const { clicked, firstMark, allMarks, workers, tasks } = await page.evaluate(
    () => (window as unknown as Watched).debriefWatch,
  );
  const long = tasks
    .filter(({ start, duration }) => start + duration > clicked)
    .map(({ duration }) => duration);
  return {
    firstMark: firstMark - clicked,
    allMarks: allMarks - clicked,
    redraw: { median: redraws[Math.floor(redraws.length / 2)] as number, longest: redraws.at(-1) as number },
    longTasks: long.length,
    longestTask: Math.max(0, ...long),
    threads: workers,
  };
}

/** Milliseconds of each redraw, ascending, while the first decision is moved to and fro. */
async function moveDecision(page: Page): Promise<readonly number[]> {
  await page.getByRole('button', { name: 'What if' }).click();
  const handle = page.getByRole('slider').and(page.locator('.what-if-handle')).first();
  await handle.waitFor();
  return handle.evaluate(
    async (element, { moves, pause }) => {
      const times: number[] = [];
      const drawn = (): string => document.querySelector('.course-whatIf')?.getAttribute('d') ?? '';
      const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let move = 0; move < moves; move += 1) {
        const before = drawn();
        const start = performance.now();
        const key = move % 8 < 4 ? 'ArrowRight' : 'ArrowLeft';
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true, cancelable: true }),
        );
        while (drawn() === before && performance.now() - start < 5000) await frame();
        times.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      return times.sort((a, b) => a - b);
    },
    { moves: MOVES, pause: MOVE_MILLISECONDS },
  );
}
