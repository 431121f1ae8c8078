import { useEffect, useRef, useState } from 'preact/hooks';
import {
  addDecision,
  changeDecision,
  commandsOf,
  type Decision,
  decisionsOf,
  deleteDecision,
  hasEdits,
  moveDecision,
} from '../../../app/debrief/editCommands.ts';
import type { DebriefActions } from '../../../app/debrief/types.ts';
import type { Command, TimedCommand } from '../../../engine/types.ts';

/** A key that is held or pressed again within this time is one movement. */
const SETTLE_MILLISECONDS = 450;

type Trial = Pick<DebriefActions, 'tryCommands' | 'settleCommands' | 'resetCommands'>;

/** The decisions as they are edited, and every way to edit them. */
export interface Edits {
  readonly decisions: readonly Decision[];
  /** The decision that is chosen, if there is one. */
  readonly chosen: Decision | null;
  /** True when something differs from what was played. */
  readonly edited: boolean;
  /** True from the first movement of a hand until it lets go. */
  readonly moving: boolean;
  commands(): readonly TimedCommand[];
  /** Where a decision stands now, also before the page is drawn with it. */
  tickOf(id: number): number;
  choose(id: number): void;
  /** `held`: the hand will say when it lets go; a key does not. */
  move(id: number, tick: number, held: boolean): void;
  letGo(): void;
  change(id: number, command: Command): void;
  remove(id: number): void;
  /** Adds a decision and chooses it; returns its id. */
  add(timed: TimedCommand): number;
  reset(): void;
}

interface Edited {
  readonly decisions: readonly Decision[];
  readonly nextId: number;
}

const startOf = (played: readonly TimedCommand[]): Edited => ({
  decisions: decisionsOf(played),
  nextId: played.length,
});

/** Keeps the edited decisions of a log and tries each state of them, at most once a frame. */
export function useEdits(played: readonly TimedCommand[], lastTick: number, trial: Trial): Edits {
  const [chosenId, choose] = useState(-1);
  const [moving, setMoving] = useState(false);
  const { tries, settleLater, settleNow, cancel } = useTrial(trial);
  const { edited, newest, show } = useEdited(played);
  const restart = (): void => {
    cancel();
    show(startOf(played));
    setMoving(false);
    trial.resetCommands();
  };
  useEffect(() => () => restart(), [played]);
  const now = (): readonly Decision[] => newest.current.decisions;
  const put = (next: Edited): void => {
    if (next.decisions === now()) return;
    show(next);
    tries(() => commandsOf(now()));
  };
  const edit = (decisions: readonly Decision[]): void => put({ ...newest.current, decisions });
  const stop = (): void => {
    setMoving(false);
    settleNow();
  };
  return {
    decisions: edited.decisions,
    chosen: edited.decisions.find(({ id }) => id === chosenId) ?? null,
    edited: hasEdits(edited.decisions, played),
    moving,
    commands: () => commandsOf(now()),
    tickOf: (id) => now().find((decision) => decision.id === id)?.tick ?? 0,
    choose,
    move(id, tick, held) {
      choose(id);
      setMoving(true);
      edit(moveDecision(now(), id, tick, lastTick));
      if (!held) settleLater(() => setMoving(false));
    },
    letGo: stop,
    change(id, command) {
      edit(changeDecision(now(), id, command));
      stop();
    },
    remove(id) {
      edit(deleteDecision(now(), id));
      stop();
    },
    add(timed) {
      const { decisions, nextId } = newest.current;
      put({ decisions: addDecision(decisions, nextId, timed), nextId: nextId + 1 });
      choose(nextId);
      stop();
      return nextId;
    },
    reset: restart,
  };
}

/** The decisions as they stand, also for keys that come faster than the page is drawn; those of another log begin anew. */
function useEdited(played: readonly TimedCommand[]) {
  const [edited, setEdited] = useState(() => startOf(played));
  const newest = useRef(edited);
  const of = useRef(played);
  const show = (next: Edited): void => {
    newest.current = next;
    setEdited(next);
  };
  useEffect(() => {
    // Not at first: a key may have come before this.
    if (of.current !== played) show(startOf(played));
    of.current = played;
  }, [played]);
  return { edited, newest, show };
}

interface Waiting {
  /** The frame after which another trial is passed on; 0 when one may be at once. */
  frame: number;
  timer: number;
  commands: (() => readonly TimedCommand[]) | null;
}

/** Passes trials on, the first at once and then one a frame, and the settling after the last of them. */
function useTrial({ tryCommands, settleCommands }: Trial) {
  const waiting = useRef<Waiting>({ frame: 0, timer: 0, commands: null });
  const now = waiting.current;
  const stop = (): void => {
    cancelAnimationFrame(now.frame);
    clearTimeout(now.timer);
    now.frame = 0;
    now.commands = null;
  };
  const tries = (commands: () => readonly TimedCommand[]): void => {
    if (now.frame !== 0) {
      now.commands = commands;
      return;
    }
    tryCommands(commands());
    now.frame = requestAnimationFrame(() => {
      const { commands: newer } = now;
      now.frame = 0;
      now.commands = null;
      if (newer) tries(newer);
    });
  };
  const settleNow = (): void => {
    const { commands } = now;
    stop();
    if (commands) tryCommands(commands());
    settleCommands();
  };
  return {
    tries,
    settleNow,
    settleLater(then: () => void): void {
      clearTimeout(now.timer);
      now.timer = window.setTimeout(() => {
        then();
        settleNow();
      }, SETTLE_MILLISECONDS);
    },
    cancel: stop,
  };
}
