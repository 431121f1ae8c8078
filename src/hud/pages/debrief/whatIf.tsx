import './whatIf.css';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { findDecision } from '../../../app/debrief/editCommands.ts';
import { runsOf } from '../../../app/debrief/orderTimes.ts';
import type { Course, DebriefActions, DebriefSubject, LeftOut, WhatIf } from '../../../app/debrief/types.ts';
import type { Level, TimedCommand } from '../../../engine/types.ts';
import { decisionText } from '../../doses.ts';
import { Icon } from '../../icons.tsx';
import { momentText } from '../words.ts';
import { type Edits, useEdits } from './whatIfEdits.ts';
import { WhatIfLane } from './whatIfLane.tsx';
import { WhatIfResult } from './whatIfResult.tsx';
import { AddOrder, ChosenTools } from './whatIfTools.tsx';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;

interface WhatIfPartProps {
  readonly subject: DebriefSubject;
  /** The course as it was played. */
  readonly played: Course;
  /** Chance at the start of the level as it was played; null before the debrief is done. */
  readonly playedKept: number | null;
  readonly whatIf: WhatIf | null;
  /** Tick at which an order is put in, and from which is played on when no decision is chosen. */
  readonly tick: number;
  /** The control that puts the marks back in place of this. */
  readonly toggle?: ComponentChildren;
  readonly actions: Pick<DebriefActions, 'tryCommands' | 'settleCommands' | 'resetCommands' | 'takeOver'>;
}

/** What could have been: the decisions can be moved, changed, taken away and added, and the course follows. */
export function WhatIfPart(props: WhatIfPartProps): VNode {
  const { subject, played, playedKept, whatIf, tick, toggle, actions } = props;
  const { level, log } = subject;
  const lastTick = level.horizonHours * TICKS_PER_HOUR - 1;
  const edits = useEdits(log.commands, lastTick, actions);
  const place = useRef<HTMLElement>(null);
  const focus = useHandleFocus(place, edits);
  const leftOut = whatIf?.leftOut ?? NONE;
  const refusals = useMemo(() => refusalsOf(edits, leftOut), [edits.decisions, leftOut]);
  const run = useMemo(() => runOfChosen(subject, edits, whatIf), [edits.chosen, whatIf?.course]);
  return (
    <section class="what-if" aria-labelledby="what-if-heading" ref={place}>
      <div class="what-if-head">
        <h2 id="what-if-heading">{t('debrief.whatIf.name')}</h2>
        {toggle}
        <button
          type="button"
          class="ghost-chip"
          aria-disabled={!edits.edited}
          onClick={() => edits.edited && edits.reset()}
        >
          {t('debrief.whatIf.reset')}
        </button>
        <PlayOn {...props} edits={edits} />
      </div>
      <WhatIfLane
        level={level}
        edits={edits}
        lastTick={lastTick}
        refusals={refusals}
        run={run}
        onRemove={focus.removeOne}
        onTools={focus.toTools}
      />
      <ChosenTools
        level={level}
        edits={edits}
        onRemove={focus.removeChosen}
        onLeave={() => focus.toHandle(edits.chosen?.id ?? 'add')}
      />
      <Message level={level} leftOut={leftOut} />
      <div class="what-if-below">
        <AddOrder level={level} tick={Math.min(tick, lastTick)} onAdd={focus.add} />
        <WhatIfResult played={played} playedKept={playedKept} whatIf={whatIf} moving={edits.moving} />
      </div>
    </section>
  );
}

const NONE: readonly LeftOut[] = [];

/** Why decisions cannot be given where they stand now, by id. */
function refusalsOf({ decisions }: Edits, leftOut: readonly LeftOut[]): ReadonlyMap<number, string> {
  return new Map(
    leftOut.flatMap((left) => {
      const decision = findDecision(decisions, left);
      return decision ? [[decision.id, left.reason] as const] : [];
    }),
  );
}

function runOfChosen({ level, log }: DebriefSubject, { chosen, commands }: Edits, whatIf: WhatIf | null) {
  if (chosen?.command.type !== 'order') return null;
  const { treatment } = chosen.command;
  const endTick = whatIf?.course.endTick ?? log.endTick;
  const runs = runsOf(level, commands(), endTick);
  return runs.find((run) => run.treatment === treatment && run.fromTick === chosen.tick) ?? null;
}

/** Where the focus goes in the next drawing: a handle by its id, the tools, or where an order can be added. */
type Wanted = number | 'tools' | 'add';

/** A decision that is taken away hands the focus to its neighbour; one that is added gets it. */
function useHandleFocus(place: { readonly current: HTMLElement | null }, edits: Edits) {
  const wanted = useRef<Wanted | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const { current } = wanted;
    if (current === null) return;
    const target = place.current?.querySelector<HTMLElement>(selectorOf(current));
    // This may still be the drawing before the one that brings it.
    if (!target) return;
    target.focus();
    wanted.current = null;
  });
  const want = (next: Wanted): void => {
    wanted.current = next;
    redraw(undefined);
  };
  const removeOne = (id: number): void => {
    const shown = edits.decisions.filter(({ command }) => command.type !== 'lab');
    const at = shown.findIndex((decision) => decision.id === id);
    const next = shown[at + 1] ?? shown[at - 1];
    edits.remove(id);
    if (next) edits.choose(next.id);
    want(next?.id ?? 'add');
  };
  return {
    removeOne,
    removeChosen: (): void => {
      if (edits.chosen) removeOne(edits.chosen.id);
    },
    add: (timed: TimedCommand): void => want(edits.add(timed)),
    toHandle: want,
    toTools: (id: number): void => {
      edits.choose(id);
      want('tools');
    },
  };
}

function selectorOf(wanted: Wanted): string {
  if (wanted === 'tools') return '.what-if-tools :is(select, button)';
  return wanted === 'add' ? '.what-if-add select' : `[data-decision="${wanted}"]`;
}

interface MessageProps {
  readonly level: Level;
  readonly leftOut: readonly LeftOut[];
}

/** One line, so that nothing moves under a hand: what is left out of the course and why, or else the keys. */
function Message({ level, leftOut }: MessageProps): VNode {
  const [first, ...more] = leftOut;
  if (!first) return <p class="what-if-message what-if-keys quiet">{t('debrief.whatIf.keys')}</p>;
  const { tick, command, reason } = first;
  const decision = decisionText(level, command);
  return (
    <p class="what-if-message what-if-refusal">
      <Icon name="alarm" size={16} />
      <span>
        {t('debrief.whatIf.refused', { moment: momentText(tick), decision, reason })}
        {more.length > 0 && ` ${t('debrief.whatIf.refusedMore', { count: more.length })}`}
      </span>
    </p>
  );
}

/** Plays the changed game on, from right after the chosen decision. */
function PlayOn({
  edits,
  played,
  whatIf,
  tick,
  actions,
}: WhatIfPartProps & { readonly edits: Edits }): VNode {
  const { chosen } = edits;
  const end = (whatIf?.course ?? played).endTick;
  const from = Math.min(chosen ? chosen.tick + 1 : tick, end - 1);
  return (
    <button type="button" class="ghost-chip" onClick={() => actions.takeOver(from, edits.commands())}>
      <Icon name="play" size={14} />
      {t('debrief.whatIf.playOn', { hour: Math.floor(from / TICKS_PER_HOUR) })}
    </button>
  );
}
