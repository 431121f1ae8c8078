import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { DebriefState, DebriefSubject } from '../../../app/debrief/types.ts';
import { useDebriefActions } from '../../appContext.ts';
import { useLayout } from '../../useLayout.ts';
import { linesOf } from './chartFrame.ts';
import { CHART_QUANTITIES, type ChartQuantity } from './courseAxes.ts';
import { CourseChart } from './courseChart.tsx';
import { courseSummary } from './courseSummary.ts';
import { DecisionLane } from './decisionLane.tsx';
import { GhostChips } from './ghostChips.tsx';
import { MarksProgress } from './marksProgress.tsx';
import { MarkRows, MarkTable } from './markTable.tsx';
import { isNoted } from './markWords.ts';
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
  const { showGhost } = useDebriefActions();
  const [quantity, setQuantity] = useState<ChartQuantity>('IL6');
  const lines = useMemo(
    () => linesOf(subject.course, t('debrief.page.you'), state.ghosts),
    [subject.course, state.ghosts],
  );
  return (
    <section class="chart-panel panel" aria-labelledby="course-heading">
      <div class="chart-head">
        <h2 id="course-heading" class="unseen">
          {t('debrief.page.course')}
        </h2>
        <QuantityChoice quantity={quantity} onChoose={setQuantity} />
        <GhostChips ghosts={state.ghosts} legend={t('debrief.page.ghosts')} onShow={showGhost} />
      </div>
      <p class="unseen">{courseSummary(lines, quantity)}</p>
      <CourseChart
        level={subject.level}
        lines={lines}
        quantity={quantity}
        marks={state.marks}
        chosen={chosen}
        tick={props.tick}
        lastTick={props.lastTick}
        onTick={props.onTick}
      />
      <Decisions {...props} />
    </section>
  );
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

/** The lane on a desk, rows on a phone, and a table wherever it is wanted. */
function Decisions({ subject, state, chosen, onChoose }: ChartPanelProps): VNode {
  const { cancel, resume } = useDebriefActions();
  const [asTable, setAsTable] = useState(false);
  const isDesk = useLayout() === 'desk';
  const list = { level: subject.level, marks: state.marks, chosen, onChoose };
  return (
    <section class="decisions-part" aria-labelledby="decisions-heading">
      <div class="lane-head">
        <h2 id="decisions-heading">{t('debrief.page.decisions')}</h2>
        <p class="quiet">{t('debrief.page.decisionsAbout')}</p>
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
        <button type="button" class="ghost-chip" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('debrief.page.asTable')}
        </button>
      </div>
      {asTable ? <MarkTable {...list} /> : isDesk ? <DecisionLane {...list} /> : <MarkRows {...list} />}
    </section>
  );
}
