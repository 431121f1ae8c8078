import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { Course, DebriefState, DebriefSubject } from '../../../app/debrief/types.ts';
import { useDebriefActions } from '../../appContext.ts';
import { AddGhost } from '../../compare/addGhost.tsx';
import { useLayout } from '../../useLayout.ts';
import { type ChartLine, hoursShown, linesOf } from './chartFrame.ts';
import { CHART_QUANTITIES, type ChartQuantity } from './courseAxes.ts';
import { CourseChart } from './courseChart.tsx';
import { courseSummary } from './courseSummary.ts';
import { DecisionLane } from './decisionLane.tsx';
import { GhostChips } from './ghostChips.tsx';
import { MarksProgress } from './marksProgress.tsx';
import { MarkRows, MarkTable } from './markTable.tsx';
import { isNoted } from './markWords.ts';
import { WhatIfPart } from './whatIf.tsx';
import { t } from './words.ts';

interface ChartPanelProps {
  readonly subject: DebriefSubject;
  readonly state: DebriefState;
  readonly chosen: Mark | null;
  readonly tick: number;
  readonly lastTick: number;
  readonly onTick: (tick: number) => void;
  readonly onChoose: (mark: string) => void;
}

/** The course with what it is compared with, and below it every mark on the same time axis. */
export function ChartPanel(props: ChartPanelProps): VNode {
  const { subject, state, chosen } = props;
  const { showGhost, addGhost } = useDebriefActions();
  const [quantity, setQuantity] = useState<ChartQuantity>('IL6');
  const [view, setView] = useState<View>('marks');
  const place = useToggleFocus(view === 'whatIf');
  const tried = view === 'whatIf' ? state.whatIf : null;
  const lines = useLines(subject, state, tried);
  // In the panel of what could have been a decision may be moved to any hour of the level.
  const { horizonHours } = subject.level;
  const hours = view === 'whatIf' ? horizonHours : hoursShown(lines, horizonHours);
  return (
    <section class="chart-panel panel" aria-labelledby="course-heading" ref={place}>
      <div class="chart-head">
        <h2 id="course-heading" class="unseen">
          {t('debrief.page.course')}
        </h2>
        <QuantityChoice quantity={quantity} onChoose={setQuantity} />
        <GhostChips ghosts={state.ghosts} legend={t('debrief.page.ghosts')} onShow={showGhost}>
          <AddGhost subject={subject.log} addGhost={addGhost} />
        </GhostChips>
      </div>
      <p class="unseen">{courseSummary(lines, quantity)}</p>
      <CourseChart
        hours={hours}
        lines={lines}
        quantity={quantity}
        marks={view === 'whatIf' ? [] : state.marks}
        chosen={view === 'whatIf' ? null : chosen}
        band={tried?.future?.band ?? null}
        tick={props.tick}
        lastTick={props.lastTick}
        onTick={props.onTick}
      />
      <Decisions {...props} view={view} onView={setView} hours={hours} />
    </section>
  );
}

/** What lies below the chart. */
type View = 'marks' | 'table' | 'whatIf';

/** What could have been stands in a part of its own with the same control, which takes the focus over both ways. */
function useToggleFocus(isTrying: boolean): { readonly current: HTMLElement | null } {
  const place = useRef<HTMLElement>(null);
  const was = useRef(isTrying);
  // At once: after the next frame the focus may already have gone on by a key.
  useLayoutEffect(() => {
    if (was.current === isTrying) return;
    was.current = isTrying;
    place.current?.querySelector<HTMLElement>('.view-chips button')?.focus({ preventScroll: true });
  }, [isTrying]);
  return place;
}

/** The lines that are shown; one that is being tried lies on top. */
function useLines(
  { course }: DebriefSubject,
  { ghosts }: DebriefState,
  tried: DebriefState['whatIf'],
): readonly ChartLine[] {
  return useMemo(() => {
    const lines = linesOf(course, t('debrief.page.you'), ghosts);
    if (!tried || tried.course === course) return lines;
    const name = t('debrief.page.tried');
    return [...lines, { id: 'whatIf', kind: 'whatIf', name, course: tried.course }];
  }, [course, ghosts, tried]);
}

interface QuantityChoiceProps {
  readonly quantity: ChartQuantity;
  readonly onChoose: (quantity: ChartQuantity) => void;
}

function QuantityChoice({ quantity, onChoose }: QuantityChoiceProps): VNode {
  return (
    <div class="quantity-choice">
      <select
        aria-label={t('debrief.page.quantityLabel')}
        value={quantity}
        onChange={(event) => onChoose(event.currentTarget.value as ChartQuantity)}
      >
        {CHART_QUANTITIES.map((id) => (
          <option key={id} value={id}>
            {t(`debrief.page.quantity.${id}`)}
          </option>
        ))}
      </select>
      <span class="quiet">{t(`debrief.page.quantityUnit.${quantity}`)}</span>
    </div>
  );
}

interface DecisionsProps extends ChartPanelProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly hours: number;
}

/** The lane on a desk, rows on a phone; a table wherever it is wanted; or what could have been. */
function Decisions(props: DecisionsProps): VNode {
  const { subject, state, chosen, view, onView, hours, onChoose } = props;
  const isDesk = useLayout() === 'desk';
  const list = { level: subject.level, marks: state.marks, chosen, onChoose };
  if (view === 'whatIf' && subject.course) return <Trying {...props} played={subject.course} />;
  return (
    <section class="decisions-part" aria-labelledby="decisions-heading">
      <div class="lane-head">
        <h2 id="decisions-heading">{t('debrief.page.decisions')}</h2>
        <p class="quiet lane-about">{t('debrief.page.decisionsAbout')}</p>
        <Progress state={state} />
        <ViewChips view={view} onView={onView} canTry={subject.course !== null} />
      </div>
      {view === 'table' ? (
        <MarkTable {...list} />
      ) : isDesk ? (
        <DecisionLane {...list} hours={hours} />
      ) : (
        <MarkRows {...list} />
      )}
    </section>
  );
}

function Progress({ state }: Pick<ChartPanelProps, 'state'>): VNode {
  const { cancel, resume } = useDebriefActions();
  return (
    <MarksProgress
      progress={state.progress}
      working={state.working}
      failure={state.failure}
      isDone={state.result !== null}
      noted={state.marks.filter(isNoted).length}
      patients={state.result?.patients ?? 0}
      onCancel={cancel}
      onResume={resume}
    />
  );
}

interface ViewChipsProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly canTry: boolean;
}

function ViewChips({ view, onView, canTry }: ViewChipsProps): VNode {
  const chip = (of: View, words: string): VNode => (
    <button
      type="button"
      class="ghost-chip"
      aria-pressed={view === of}
      onClick={() => onView(view === of ? 'marks' : of)}
    >
      {words}
    </button>
  );
  return (
    <div class="view-chips">
      {canTry && chip('whatIf', t('debrief.page.whatIf'))}
      {view !== 'whatIf' && chip('table', t('debrief.page.asTable'))}
    </div>
  );
}

/** What could have been, in place of the marks. */
function Trying(props: DecisionsProps & { readonly played: Course }): VNode {
  const { subject, state, tick, view, onView, played } = props;
  return (
    <WhatIfPart
      subject={subject}
      played={played}
      playedKept={state.result?.kept.played ?? null}
      whatIf={state.whatIf}
      tick={tick}
      toggle={<ViewChips view={view} onView={onView} canTry />}
      actions={useDebriefActions()}
    />
  );
}
