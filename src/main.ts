/** The one place where the parts of the browser's game are put together. */
import './hud/styles/fonts.css';
import './hud/styles/tokens.css';
import './hud/styles/base.css';
import { createElement, render } from 'preact';
import { checkInWorker } from './app/branches/checkInWorker.ts';
import { carriesTree } from './app/branches/recognise.ts';
import { createBranches } from './app/branches/store.ts';
import { createTreeShelf, openTreeDatabase } from './app/branches/treeShelf.ts';
import { createClassDoor } from './app/classroom/door.ts';
import { glimpseSeat } from './app/classroom/seatKey.ts';
import { createClassStore } from './app/classroom/store.ts';
import { createComparison } from './app/comparison/store.ts';
import { createDebriefDoor } from './app/debrief/door.ts';
import { createDebriefStore } from './app/debrief/store.ts';
import { startFrameLoop } from './app/frameLoop.ts';
import { createHeldGames } from './app/heldGame.ts';
import { knownSnapshot } from './app/knownSnapshot.ts';
import { carriesLog, fragmentToLogText } from './app/logLink.ts';
import {
  classPlaceName,
  classPlaceOf,
  fragmentOf,
  modelPlaceOf,
  namedPage,
  pageOf,
} from './app/navigation.ts';
import { createSavedLogs, openLogDatabase } from './app/savedLogs.ts';
import { createSession } from './app/session.ts';
import { loadSettings, saveSettings } from './app/settings.ts';
import { createSound } from './app/sound.ts';
import { readSoundInput } from './app/soundInput.ts';
import { createAppStore } from './app/store.ts';
import type { Actions, GameView } from './app/types.ts';
import { readUrlParameters, type UrlParameters } from './app/urlParameters.ts';
import type { Level, Snapshot } from './engine/types.ts';
import { AppProvider } from './hud/appContext.ts';
import { judgeVital, VITAL_LIMITS, type VitalId } from './hud/limits.ts';
import { Pages } from './hud/pages/pages.tsx';
import { StillProvider } from './hud/stillContext.ts';
import { DESK_QUERY, LANDSCAPE_QUERY } from './hud/useLayout.ts';
import { loadBestLog, loadLevels } from './levels/browserLevels.ts';
import { Q } from './model/generated/system.ts';
import { describePicture } from './scenes/describePicture.ts';
import { pictureOf } from './scenes/picture.ts';
import { createScenePlace } from './scenes/scenePlace.ts';
import type { StageLayout } from './scenes/stage.ts';
import { createStills } from './scenes/stills.ts';
import { t, tAny } from './text/catalogue.ts';

const storage = () => window.localStorage;
const levels = loadLevels();
const heldGames = createHeldGames(storage);
const wished = readUrlParameters(location.search, (id) => levels.some((level) => level.id === id));
const store = createAppStore(loadSettings(storage), levels);
const branches = createBranches({
  shelf: createTreeShelf(openTreeDatabase),
  levels,
  openTree: async (text) =>
    (await import('./app/branches/openTree.ts')).openTree(text, (tree) => checkInWorker(tree, levels)),
  openTreeLink: async (fragment) =>
    (await import('./app/branches/openTree.ts')).openTreeLink(fragment, (tree) =>
      checkInWorker(tree, levels),
    ),
  notify: (kind, text) => actions.notify(kind, text),
  openPage: () => actions.openPage('branches'),
  date: () => new Date().toISOString(),
  newId: () =>
    `t${Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('')}`,
});
const actions: Actions = createSession(
  {
    store,
    savedLogs: createSavedLogs(openLogDatabase),
    heldGames,
    forks: branches.forks,
    saveSettings: (settings) => saveSettings(storage, settings),
    now: () => performance.now(),
    date: () => new Date().toISOString(),
    later: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  },
  wished.speed ?? undefined,
);

const debriefStore = createDebriefStore();
const debriefActions = createDebriefDoor({ app: store, actions }, async () => {
  const [{ createDebrief }, { startThread }] = await Promise.all([
    import('./app/debrief/session.ts'),
    import('./app/debrief/threads.ts'),
  ]);
  const bestLog = ({ id }: Level) => loadBestLog(id);
  const processors = navigator.hardwareConcurrency;
  return createDebrief({ store: debriefStore, app: store, actions, processors, startThread, bestLog });
});

const comparison = createComparison(store, async (compared) => {
  const [{ createComparisonSession }, { startThread }] = await Promise.all([
    import('./app/comparison/session.ts'),
    import('./app/debrief/threads.ts'),
  ]);
  const bestLog = ({ id }: Level) => loadBestLog(id);
  return createComparisonSession({ store: compared, app: store, actions, startThread, bestLog });
});

const classStore = createClassStore();
const classDoor = createClassDoor({
  store: classStore,
  openPage: () => actions.openPage('class'),
  missing: () => actions.notify('error', t('page.late.failed')),
  load: async () =>
    (await import('./app/classroom/start.ts')).startClass({
      store: classStore,
      app: store,
      actions,
      heldGames,
      bestLog: ({ id }) => loadBestLog(id),
    }),
});

/** Says what nobody foresaw, and stops the clock: a game that fails must not fail sixty times a second. */
function reportUnexpected(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  // Browsers report this harmless one as an error of the page.
  if (message.startsWith('ResizeObserver loop')) return;
  actions.setRunning(false);
  actions.notify('error', t('app.unexpected', { message }));
}

function followAddress(): void {
  const show = () => {
    if (carriesLog(location.hash)) openLink();
    else if (carriesTree(location.hash)) void branches.actions.openLink(location.hash);
    else openFragment(location.hash);
    nameInAddress('replace');
  };
  window.addEventListener('hashchange', show);
  let shown = fragmentShown();
  const follow = () => {
    if (fragmentShown() === shown) return;
    shown = fragmentShown();
    nameInAddress('push');
  };
  store.subscribe(follow);
  classStore.subscribe(follow);
}

function openFragment(fragment: string): void {
  const page = pageOf(fragment);
  if (page === 'model') actions.openModel(modelPlaceOf(fragment));
  else if (page === 'class') openClass(fragment);
  else actions.openPage(page);
}

/** A teacher's key is taken in here. The address forgets it first, so that no step back in the history leads to it. */
function openClass(fragment: string): void {
  const { place, key } = classPlaceOf(fragment);
  if (key !== '') history.replaceState(null, '', fragmentOf('class', classPlaceName(place)));
  classDoor.actions.go(place);
  if (key !== '') void classDoor.actions.enterRoom(place.code, key);
}

/** The fragment of the page that is open. */
function fragmentShown(): string {
  const { page, modelPlace } = store.getState();
  return fragmentOf(page, page === 'class' ? classPlaceName(classStore.getState().place) : modelPlace.at);
}

/** The fragment of the log that is being watched, if it came by link. */
let watchedLink = '';

function openLink(): void {
  const reading = fragmentToLogText(location.hash);
  const before = store.getState().game;
  // Known before the page turns to the replay, which then leaves the link in the address.
  watchedLink = location.hash;
  if (reading.ok) void actions.openLogText(reading.text);
  else actions.notify('error', t(`app.link.${reading.problem}`));
  if (store.getState().game === before) watchedLink = '';
}

/** Makes the address name the page that is open; a log that is being watched keeps its own link there. */
function nameInAddress(how: 'push' | 'replace'): void {
  const { page, game } = store.getState();
  const watchesLink = location.hash === watchedLink && page === 'game' && game?.kind === 'replay';
  if (watchesLink || location.hash === fragmentShown()) return;
  history[`${how}State`](null, '', fragmentShown());
}

const VITALS = Object.keys(VITAL_LIMITS) as VitalId[];

function alarmingVitals({ now }: GameView): readonly string[] {
  return VITALS.filter((id) => judgeVital(id, now.values[Q[id]] ?? Number.NaN).level === 'alarm');
}

function layoutOfPage(): StageLayout {
  if (matchMedia(DESK_QUERY).matches) return 'wide';
  return matchMedia(LANDSCAPE_QUERY).matches ? 'short' : 'tall';
}

/** A moment of the inside view in sentences, for those who do not see it. */
function momentText(snapshot: Snapshot, level: Level): string {
  return describePicture(pictureOf(snapshot, level))
    .map(({ key, values }) => tAny(key, values))
    .join(' ');
}

/** The same of a game, with what its player may know. */
function pictureText({ now, level, mode }: GameView): string {
  const said = momentText(knownSnapshot(now, mode, level.trigger), level);
  return mode === 'clinician' ? `${t('scene.measuredOnly')} ${said}` : said;
}

const stills = createStills({
  describe: momentText,
  // After the page was drawn, so that a picture never holds up a frame that is due.
  whenFree: (work) => requestAnimationFrame(() => setTimeout(work)),
  createPainter: async (first) => (await import('./scenes/stillPainter.ts')).createStillPainter(first),
});

function startSound(): (milliseconds: number) => void {
  const sound = createSound({
    onCaption: (caption) => store.setState({ caption }),
    onProblem: (text) => actions.notify('info', text),
    getSettings: () => store.getState().settings,
  });
  let before = store.getState();
  return (milliseconds) => {
    const now = store.getState();
    sound.update(readSoundInput(before, now, now.game ? alarmingVitals(now.game) : []), milliseconds);
    before = now;
  };
}

function obeyAddress({ level, seed, mode, page, refused }: UrlParameters): void {
  store.setState({ wishes: { seed, mode } });
  const chosen = levels.find(({ id }) => id === level);
  const { game } = store.getState();
  const isOfRoom = game !== null && glimpseSeat(storage)?.room?.seed === game.seed;
  // A page that is loaded again in the middle of a game shows the way back into it; one of a room is shown itself, paused.
  const wasPlaying = game !== null && pageOf(location.hash) === 'game' && !isOfRoom;
  if (carriesLog(location.hash)) openLink();
  else if (carriesTree(location.hash)) void branches.actions.openLink(location.hash);
  else if (wasPlaying) actions.openMenu();
  else if (isOfRoom && !location.hash && !location.search) openFragment('#class/seat');
  // `?page=model#IL6`; a page that the fragment names was opened later, and wins.
  else if (page && !namedPage(location.hash))
    actions.openModel(modelPlaceOf(`#model/${location.hash.slice(1)}`));
  else if (chosen && pageOf(location.hash) !== 'model') actions.chooseLevel(chosen);
  else openFragment(location.hash);
  const first = refused[0];
  if (first) actions.notify('error', t('app.address.refused', { ...first }));
  nameInAddress('replace');
}

// A phone tells only of the first; a page that is closed at once, only of the second.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') actions.holdGame();
});
window.addEventListener('pagehide', () => actions.holdGame());
window.addEventListener('error', (event) => reportUnexpected(event.error ?? event.message));
window.addEventListener('unhandledrejection', (event) => reportUnexpected(event.reason));
obeyAddress(wished);
followAddress();
if (glimpseSeat(storage)) classDoor.wake();
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app.');
render(
  createElement(
    AppProvider,
    {
      store,
      actions,
      branches,
      comparison,
      debrief: { store: debriefStore, actions: debriefActions },
      classroom: { store: classStore, actions: classDoor.actions },
    },
    createElement(
      StillProvider,
      { value: stills },
      createElement(Pages, { debug: wished.debug, describePicture: pictureText }),
    ),
  ),
  root,
);

const scenePlace = createScenePlace({
  store,
  actions,
  layout: layoutOfPage,
  reportUnexpected,
  reportMissing: () => actions.notify('info', t('page.failure.scene')),
});
const updateSound = startSound();
startFrameLoop(
  { request: (turn) => requestAnimationFrame(turn), cancel: cancelAnimationFrame },
  (milliseconds) => {
    scenePlace.frame(milliseconds);
    updateSound(milliseconds);
  },
);
