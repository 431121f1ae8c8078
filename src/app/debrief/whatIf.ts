/** What could have been: the game with changed decisions, drawn anew as often as the hand moves. */
import type { TimedCommand } from '../../engine/types.ts';
import { commandErrorText } from '../../text/refusalText.ts';
import type { ChangedCourse } from './courseWork.ts';
import { settleCourse } from './futures.ts';
import { courseThread, type Looking, messageOf, subjectOf } from './sessionState.ts';
import type { LeftOut, WhatIf } from './types.ts';
import { t } from './words.ts';

/**
 * Shows changed commands at once, and their course as soon as it is simulated. While one is simulated only the last
 * of those that come meanwhile is kept: the hand is faster than anyone can look.
 */
export function tryCommands(looking: Looking, commands: readonly TimedCommand[]): void {
  const { store } = looking.host;
  const { whatIf } = store.getState();
  const { course } = subjectOf(looking);
  if (!course) return;
  const inOrder = commands.toSorted((a, b) => a.tick - b.tick);
  looking.changes += 1;
  const shown: WhatIf = whatIf ?? { commands: inOrder, course, leftOut: [], future: null };
  store.setState({ whatIf: { ...shown, commands: inOrder, future: null } });
  const { tried } = looking;
  tried.isSettled = false;
  tried.waiting = () => void simulate(looking, inOrder);
  if (!tried.busy) next(looking);
}

/** Goes on to the last change, or draws the band where the hand has let go. */
function next(looking: Looking): void {
  const { tried } = looking;
  const { waiting, isSettled } = tried;
  tried.waiting = null;
  if (waiting) waiting();
  else if (isSettled) {
    tried.isSettled = false;
    settleCommands(looking);
  }
}

async function simulate(looking: Looking, commands: readonly TimedCommand[]): Promise<void> {
  const { tried } = looking;
  tried.busy = true;
  try {
    const changed = await courseThread(looking).ask('change', commands);
    // Put back meanwhile, or another game is looked back at.
    if (looking.tried === tried && looking.host.store.getState().whatIf) show(looking, changed);
  } catch (error) {
    const message = messageOf(error);
    if (message !== null) looking.host.actions.notify('error', t('debrief.session.failed', { message }));
  } finally {
    tried.busy = false;
    if (looking.tried === tried) next(looking);
  }
}

function show({ host: { store, actions } }: Looking, changed: ChangedCourse | null): void {
  const { whatIf } = store.getState();
  if (!whatIf) return;
  if (changed)
    store.setState({ whatIf: { ...whatIf, course: changed.course, leftOut: changed.leftOut.map(inWords) } });
  else actions.notify('refused', t('debrief.session.outsideModel'));
}

function inWords({ tick, command, error }: ChangedCourse['leftOut'][number]): LeftOut {
  return { tick, command, reason: commandErrorText(error) };
}

/** The hand has let go: the band over like patients is drawn, as soon as the course of the last change is there. */
export function settleCommands(looking: Looking): void {
  const { whatIf } = looking.host.store.getState();
  if (!whatIf || whatIf.future) return;
  if (looking.tried.busy) looking.tried.isSettled = true;
  else void settleCourse(looking, whatIf.course);
}

/** Back to what was played. */
export function resetCommands(looking: Looking): void {
  looking.changes += 1;
  looking.tried.waiting = null;
  looking.tried.isSettled = false;
  looking.host.store.setState({ whatIf: null });
}
