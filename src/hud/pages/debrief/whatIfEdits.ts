import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
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
  const [edited, setEdited] = useState(() => startOf(played));
  const [chosenId, choose] = useState(-1);
  const [moving, setMoving] = useState(false);
  // The newest decisions, for keys that come faster than the page is drawn.
  const newest = useRef(edited);
  const { tries, settleLater, settleNow, cancel } = useTrial(trial);
  const shown = useRef(played);
  useEffect(() => {
    // Not at first: a key may have come before this.
    if (shown.current !== played) {
      shown.current = played;
      newest.current = startOf(played);
      setEdited(newest.current);
      choose(-1);
    }
    return () => {
      cancel();
      trial.resetCommands();
    };
  }, [played]);
  const put = (next: Edited): void => {
    if (next.decisions === newest.current.decisions) return;
    newest.current = next;
    setEdited(next);
    tries(() => commandsOf(newest.current.decisions));
  };
  const edit = (decisions: readonly Decision[]): void => put({ ...newest.current, decisions });
  const stop = (): void => {
    setMoving(false);
    settleNow();
  };
  const chosen = useMemo(
    () => edited.decisions.find(({ id }) => id === chosenId) ?? null,
    [edited, chosenId],
  );
  return {
    decisions: edited.decisions,
    chosen,
    edited: hasEdits(edited.decisions, played),
    moving,
    commands: () => commandsOf(newest.current.decisions),
    tickOf: (id) => newest.current.decisions.find((decision) => decision.id === id)?.tick ?? 0,
    choose,
    move(id, tick, held) {
      choose(id);
      setMoving(true);
      edit(moveDecision(newest.current.decisions, id, tick, lastTick));
      if (!held) settleLater(() => setMoving(false));
    },
    letGo: stop,
    change(id, command) {
      edit(changeDecision(newest.current.decisions, id, command));
      stop();
    },
    remove(id) {
      edit(deleteDecision(newest.current.decisions, id));
      stop();
    },
    add(timed) {
      const { decisions, nextId } = newest.current;
      put({ decisions: addDecision(decisions, nextId, timed), nextId: nextId + 1 });
      choose(nextId);
      stop();
      return nextId;
    },
    reset() {
      cancel();
      newest.current = startOf(played);
      setEdited(newest.current);
      setMoving(false);
      trial.resetCommands();
    },
  };
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
