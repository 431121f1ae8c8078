/** Courses to compare with. Each is simulated when it is first shown, so that none is spoiled and none is waited for. */
import { levelHash } from '../../engine/levelHash.ts';
import type { DecisionLog } from '../../engine/types.ts';
import { parseDecisionLog } from '../../schema/decisionLog.ts';
import { replayText } from '../../text/refusalText.ts';
import { courseThread, isRefusal, type Looking, messageOf, subjectOf } from './sessionState.ts';
import type { Course, Ghost } from './types.ts';
import { t } from './words.ts';

const ALWAYS = ['bodyAlone', 'guideline', 'bestKnown'] as const;

/** The ghosts of a debrief that has just been opened; what others did stays hidden until it is asked for. */
export function firstGhosts(): readonly Ghost[] {
  return ALWAYS.map((kind) => ({
    id: kind,
    kind,
    name: t(`debrief.session.ghost.${kind}`),
    shown: false,
    course: null,
  }));
}

/** Shows or hides a ghost. One without a course is simulated now; one that cannot be is taken off, with a sentence. */
export function showGhost(looking: Looking, id: string, shown: boolean): void {
  const ghost = looking.host.store.getState().ghosts.find((known) => known.id === id);
  if (!ghost || ghost.shown === shown) return;
  changeGhost(looking, id, { shown });
  if (shown && ghost.course === null) void simulateGhost(looking, ghost);
}

function changeGhost({ host: { store } }: Looking, id: string, change: Partial<Ghost>): void {
  const { ghosts } = store.getState();
  store.setState({ ghosts: ghosts.map((ghost) => (ghost.id === id ? { ...ghost, ...change } : ghost)) });
}

async function simulateGhost(looking: Looking, { id, kind, name }: Ghost): Promise<void> {
  const subject = subjectOf(looking);
  const found = await courseOfKind(looking, kind).catch(messageOf);
  if (looking.host.store.getState().subject?.log !== subject.log) return;
  // Called off: it is simulated when it is shown again.
  if (found === null) changeGhost(looking, id, { shown: false });
  else if (typeof found !== 'string') changeGhost(looking, id, { course: found });
  else {
    const { store, actions } = looking.host;
    store.setState({ ghosts: store.getState().ghosts.filter((ghost) => ghost.id !== id) });
    actions.notify('error', t('debrief.session.noGhost', { name, reason: found }));
  }
}

/** The course of one of the ghosts that are always there, or the sentence why there is none. */
async function courseOfKind(looking: Looking, kind: Ghost['kind']): Promise<Course | string> {
  const thread = courseThread(looking);
  if (kind === 'bestKnown') {
    const { level } = subjectOf(looking);
    const log = await looking.host.bestLog(level);
    return log ? courseOfLog(looking, log) : t('debrief.session.noBestKnown');
  }
  const course = await thread.ask(kind === 'guideline' ? 'guideline' : 'bodyAlone');
  return course ?? t('debrief.session.outsideModel');
}

async function courseOfLog(looking: Looking, log: DecisionLog): Promise<Course | string> {
  const { level } = subjectOf(looking);
  if (log.level.id !== level.id || log.level.hash !== levelHash(level))
    return t('debrief.session.otherLevel');
  const proven = await courseThread(looking).ask('courseOfLog', log);
  return isRefusal(proven) ? replayText(proven.code, proven.values) : proven;
}

/** Adds the course of a log of the same level, and shows it; says in a notice why not. */
export async function addGhost(
  looking: Looking,
  source: string | DecisionLog,
  kind: Ghost['kind'],
  name: string,
): Promise<boolean> {
  const { store, actions } = looking.host;
  const { log } = subjectOf(looking);
  const course = await readGhost(looking, source).catch(messageOf);
  // Another game is looked back at by now, or the page was left.
  if (course === null || store.getState().subject?.log !== log) return false;
  if (typeof course === 'string') {
    actions.notify('error', t('debrief.session.noGhost', { name, reason: course }));
    return false;
  }
  looking.ghosts += 1;
  const ghost: Ghost = { id: `log${looking.ghosts}`, kind, name, shown: true, course };
  store.setState({ ghosts: [...store.getState().ghosts, ghost] });
  return true;
}

async function readGhost(looking: Looking, source: string | DecisionLog): Promise<Course | string> {
  if (typeof source !== 'string') return courseOfLog(looking, source);
  const parsed = parseDecisionLog(source);
  if (parsed.ok) return courseOfLog(looking, parsed.value);
  const { code, path, values } = parsed.problem;
  return t(`error.input.${code}`, { ...values, path });
}
