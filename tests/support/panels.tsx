/**
 * Every panel of the bedside with a real game behind it, for looking at:
 * `npx vite --port 4300`, then
 * /tests/support/panels.html?hour=60&mode=clinician&orders=a&run&theme=projector&motion=reduced&replay
 *
 * `replay=50` plays to the end and opens the log at that hour. `orders` names a scripted set of decisions below. The picture is left out.
 */
import { LAB_ORDER } from '../../src/hud/labReadings.ts';
import '../../src/hud/styles/fonts.css';
import '../../src/hud/styles/tokens.css';
import '../../src/hud/styles/base.css';
import { render } from 'preact';
import { createSession } from '../../src/app/session.ts';
import { DEFAULT_SETTINGS } from '../../src/app/settings.ts';
import { createAppStore } from '../../src/app/store.ts';
import type { Settings } from '../../src/app/types.ts';
import type { LabId, Mode, TimedCommand } from '../../src/engine/types.ts';
import { AppProvider } from '../../src/hud/appContext.ts';
import { PlayScreen } from '../../src/hud/playScreen.tsx';
import { ReplayBar } from '../../src/hud/replayBar.tsx';
import '../../src/hud/pages/pages.css';
import { loadLevels } from '../../src/levels/browserLevels.ts';

const TICKS_PER_HOUR = 20;
const at = (hour: number, command: TimedCommand['command']): TimedCommand => ({
  tick: hour * TICKS_PER_HOUR,
  command,
});
const lab = (hour: number, test: LabId) => at(hour, { type: 'lab', test });
const ORDERS: Readonly<Record<string, readonly TimedCommand[]>> = {
  none: [],
  few: [
    lab(1, 'IL6'),
    lab(1, 'CRP'),
    at(4, { type: 'order', treatment: 'antiviral', regimen: 'course' }),
    lab(10, 'IL6'),
    lab(10, 'PF'),
    at(12, { type: 'oxygen', step: 1 }),
    lab(22, 'IL6'),
    lab(23, 'lactate'),
  ],
  many: [
    ...[2, 8, 14, 26, 38, 50].flatMap((hour) => LAB_ORDER.map((test) => lab(hour, test))),
    at(6, { type: 'order', treatment: 'antiviral', regimen: 'course' }),
    at(30, { type: 'oxygen', step: 1 }),
    at(44, { type: 'oxygen', step: 2 }),
    at(46, { type: 'order', treatment: 'dexamethasone', regimen: 'low' }),
    at(52, { type: 'order', treatment: 'fluids', regimen: 'bag' }),
    at(54, { type: 'order', treatment: 'norepinephrine', regimen: 'titrated' }),
    at(55, { type: 'order', treatment: 'tocilizumab', regimen: 'single' }),
    at(55, { type: 'lab', test: 'CRP' }),
  ],
};

function settingsOf(query: URLSearchParams): Settings {
  return {
    ...DEFAULT_SETTINGS,
    motion: query.get('motion') === 'reduced' ? 'reduced' : 'system',
    theme: query.get('theme') === 'projector' ? 'projector' : 'night',
  };
}

const query = new URLSearchParams(location.search);
const levels = loadLevels();
const store = createAppStore(settingsOf(query), levels);
const actions = createSession({
  store,
  savedLogs: {
    list: async () => ({ ok: true, value: [] }),
    keep: async () => ({ ok: true, value: [] }),
    remove: async () => ({ ok: true, value: [] }),
  },
  heldGames: { read: () => null, write: () => undefined, clear: () => undefined },
  saveSettings: () => true,
  now: () => performance.now(),
  date: () => '2026-01-01T00:00:00Z',
  later: () => () => undefined,
  newSeed: () => 1,
});

function playTo(hour: number, orders: readonly TimedCommand[]): void {
  for (const { tick, command } of orders.toSorted((a, b) => a.tick - b.tick)) {
    const wait = tick / TICKS_PER_HOUR - (store.getState().game?.now.hour ?? 0);
    if (tick / TICKS_PER_HOUR >= hour) break;
    if (wait > 0) actions.stepHours(wait);
    actions.command(command);
  }
  const left = hour - (store.getState().game?.now.hour ?? 0);
  if (left > 0) actions.stepHours(left);
}

const level = levels[0];
const place = document.getElementById('app');
if (level && place) {
  actions.startGame(level, (query.get('mode') ?? 'student') as Mode, 1);
  playTo(Number(query.get('hour') ?? 24), ORDERS[query.get('orders') ?? 'none'] ?? []);
  const log = store.getState().game?.result?.log;
  if (query.has('replay') && log) actions.replayLog(log);
  if (query.has('replay')) actions.seek(Number(query.get('replay')) * TICKS_PER_HOUR);
  if (query.has('without')) store.setState({ sceneAvailable: false });
  if (query.has('caption')) store.setState({ caption: 'Pulse beep, falling pitch: saturation 86 %' });
  document.documentElement.dataset.theme = store.getState().settings.theme;
  document.documentElement.dataset.motion = store.getState().settings.motion;
  render(
    <AppProvider store={store} actions={actions}>
      <div class="page page-game">
        <PlayScreen
          describePicture={() => 'The picture is left out on this page.'}
          replayBar={(compare) => <ReplayBar compare={compare} />}
        />
      </div>
    </AppProvider>,
    place,
  );
  if (query.has('run')) {
    actions.setRunning(true);
    let last = performance.now();
    requestAnimationFrame(function frame(now) {
      requestAnimationFrame(frame);
      actions.advance(now - last);
      last = now;
    });
  }
}
// For scripts that look at the page.
Object.assign(globalThis, { stormward: { store, actions } });
