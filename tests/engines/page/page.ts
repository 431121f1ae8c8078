/** Shows what the worker found, and leaves it on the page for whoever drives the browser. */
import type { GoldenReport } from '../../golden/goldenReport.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

worker.addEventListener('message', ({ data }: MessageEvent<GoldenReport>) => {
  const faults = [...data.faults, ...data.kernels.flatMap((kernel) => kernel.faults)];
  say(`${data.logs} logs with ${data.checkpoints} checkpoints replayed, ${faults.length} faults`);
  const list = document.getElementById('faults');
  for (const fault of faults) list?.append(itemOf(fault));
  document.documentElement.dataset.report = JSON.stringify(data);
});

worker.addEventListener('error', ({ message }) => {
  say(message);
  document.documentElement.dataset.failure = message || 'the worker did not load';
});

function say(text: string): void {
  const place = document.getElementById('said');
  if (place) place.textContent = text;
}

function itemOf(text: string): HTMLElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
