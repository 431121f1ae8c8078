import { useEffect } from 'preact/hooks';
import { useStore } from './appContext.ts';
import {
  advanceSweep,
  createSweep,
  drawSweep,
  fillSweep,
  fitSweep,
  type Source,
  type Sweep,
} from './sweep.ts';
import { SWEEPS, WAVES, type WaveId, waveSource, waveState } from './waveSources.ts';

/** Longest piece of real time that one frame adds: after a hidden tab the trace goes on, it does not race. */
const LONGEST_FRAME_SECONDS = 0.1;
const LINE_WIDTH = 1.6;

interface Trace {
  readonly id: WaveId;
  readonly sweep: Sweep;
  readonly source: Source;
}

/**
 * Runs the four curves inside `monitor` (canvases with data-wave). They move
 * with real seconds while the game runs and stand still in pause; with
 * `still` they are drawn whole, once a simulated hour.
 */
export function useWaves(monitor: { readonly current: HTMLElement | null }, still: boolean): void {
  const store = useStore();
  useEffect(() => {
    const host = monitor.current;
    if (!host) return undefined;
    let shown = store.getState().game?.now.values;
    const read = () => waveState(shown ?? new Float64Array(0));
    const traces: Trace[] = WAVES.flatMap((id) => {
      const canvas = host.querySelector<HTMLCanvasElement>(`canvas[data-wave="${id}"]`);
      return canvas ? [{ id, sweep: createSweep(canvas, SWEEPS[id]), source: waveSource(id, read) }] : [];
    });
    const paint = (): void => {
      const ratio = Math.min(devicePixelRatio || 1, 2);
      const colour = getComputedStyle(host).getPropertyValue('--wave').trim() || 'currentColor';
      for (const { id, sweep, source } of traces) {
        const resized = fitSweep(sweep, ratio);
        if (still) fillWhole(sweep, waveSource(id, read));
        else if (resized) fillSweep(sweep, source);
        drawSweep(sweep, colour, LINE_WIDTH * ratio, still);
      }
    };
    paint();
    const resized = new ResizeObserver(paint);
    for (const { sweep } of traces) resized.observe(sweep.canvas);
    const stop = still ? followHours(store, paint, (values) => (shown = values)) : runFrames();

    function runFrames(): () => void {
      let last = Number.NaN;
      let handle = requestAnimationFrame(function frame(now) {
        handle = requestAnimationFrame(frame);
        const seconds = Number.isNaN(last) ? 0 : Math.min((now - last) / 1000, LONGEST_FRAME_SECONDS);
        last = now;
        const game = store.getState().game;
        const moved = game !== null && game.now.values !== shown;
        if (game) shown = game.now.values;
        if (!game?.running && !moved) return;
        if (game?.running) for (const { sweep, source } of traces) advanceSweep(sweep, seconds, source);
        // A step or a jump in pause shows the new rhythm at once.
        else for (const { sweep, source } of traces) fillSweep(sweep, source);
        paint();
      });
      return () => cancelAnimationFrame(handle);
    }
    return () => {
      stop();
      resized.disconnect();
    };
  }, [monitor, still, store]);
}

/** From the left edge, always with the same beat first: the picture changes with the state alone. */
function fillWhole(sweep: Sweep, source: Source): void {
  sweep.head = 0;
  fillSweep(sweep, source);
}

function followHours(
  store: ReturnType<typeof useStore>,
  paint: () => void,
  show: (values: Float64Array) => void,
): () => void {
  let hour = -1;
  return store.subscribe(({ game }) => {
    if (!game || Math.floor(game.now.hour) === hour) return;
    hour = Math.floor(game.now.hour);
    show(game.now.values);
    paint();
  });
}
