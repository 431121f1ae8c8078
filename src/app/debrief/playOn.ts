/** Trying again: the level is played on from a moment of the game that is looked back at. */
import type { TimedCommand } from '../../engine/types.ts';
import { courseThread, type Looking, messageOf, subjectOf } from './sessionState.ts';
import { t } from './words.ts';

/** Plays on from a tick with the commands before it; says in a notice when they cannot be simulated. */
export async function playOnFrom(
  looking: Looking,
  tick: number,
  commands?: readonly TimedCommand[],
): Promise<void> {
  const { actions, store } = looking.host;
  const { level, log } = subjectOf(looking);
  const given = (commands ?? log.commands).toSorted((a, b) => a.tick - b.tick);
  const middle = await courseThread(looking).ask('middle', given, tick).catch(messageOf);
  if (middle === null || typeof middle === 'string') {
    if (typeof middle === 'string') actions.notify('error', t('debrief.session.failed', { message: middle }));
    return;
  }
  // Another game is looked back at by now.
  if (store.getState().subject?.log === log) actions.playOn({ level, parent: log, ...middle });
}
