import './debrief.css';
import './debriefChart.css';
import './debriefLane.css';
import './debriefPanel.css';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import { isSealed } from '../../../app/classroom/roomGame.ts';
import type { DebriefState, DebriefSubject } from '../../../app/debrief/types.ts';
import { useActions, useClass, useDebrief, useDebriefActions } from '../../appContext.ts';
import { useLayout } from '../../useLayout.ts';
import { BranchStrip } from '../branches/branchStrip.tsx';
import { SeatPart } from '../classroom/student/seatPart.tsx';
import { AnswerWhy, Hint } from './answerWhy.tsx';
import { ChartPanel } from './chartPanel.tsx';
import { DebriefHead } from './debriefHead.tsx';
import { FuturePair } from './futurePair.tsx';
import { MarkPanel, MarkSteps } from './markPanel.tsx';
import { byImportance, byTime, isNoted } from './markWords.ts';
import { useReport } from './report.tsx';
import { ScoreStrip } from './scoreStrip.tsx';
import { t } from './words.ts';

const loadSealed = async () => (await import('../classroom/student/sealedPage.tsx')).SealedPage;

/** The game looked back at: what mattered, by how much, how sure that is, and where to try again. */
export function DebriefPage(): VNode {
  const subject = useDebrief((state) => state.subject);
  const sealed = useClass((state) => subject !== null && isSealed(state, subject.log.level.id));
  if (!subject) return <NoDebrief />;
  if (sealed) return <SeatPart load={loadSealed} />;
  return <DebriefOf subject={subject} />;
}

/** The address was opened without a game. */
function NoDebrief(): VNode {
  const { openMenu } = useActions();
  return (
    <main class="debrief reading">
      <h1>{t('debrief.page.noneHeading')}</h1>
      <p>{t('debrief.page.none')}</p>
      <button type="button" class="button main" onClick={openMenu}>
        {t('debrief.page.menu')}
      </button>
    </main>
  );
}

function DebriefOf({ subject }: { readonly subject: DebriefSubject }): VNode {
  const state = useDebrief((whole) => whole);
  const actions = useDebriefActions();
  const chosen = useChosen(state);
  const lastTick = Math.max(0, subject.log.endTick - 1);
  const [tick, setTick] = useHandle(chosen, lastTick);
  const { print, report } = useReport(subject, state);
  return (
    <main class={`debrief debrief-${useLayout()}`}>
      <DebriefHead subject={subject} onPrint={print} />
      <ChartPanel
        subject={subject}
        state={state}
        chosen={chosen}
        tick={tick}
        lastTick={lastTick}
        onTick={setTick}
        onChoose={actions.choose}
      />
      <SidePanel subject={subject} state={state} chosen={chosen} tick={tick} />
      <ScoreStrip subject={subject} result={state.result} marks={state.marks} />
      <BranchStrip log={subject.log} />
      {report}
    </main>
  );
}

/** The mark that is looked at: the one that was chosen, otherwise the one that matters most. */
function useChosen({ chosen, marks }: DebriefState): Mark | null {
  return useMemo(
    () => marks.find(({ id }) => id === chosen) ?? byImportance(marks)[0] ?? null,
    [chosen, marks],
  );
}

/** Where to try again from: what the chosen mark says, until the handle is moved. */
function useHandle(chosen: Mark | null, lastTick: number): readonly [number, (tick: number) => void] {
  const [moved, setMoved] = useState<{ readonly of: string; readonly tick: number } | null>(null);
  const of = chosen?.id ?? '';
  const tick = moved?.of === of ? moved.tick : (chosen?.tryAgainTick ?? 0);
  const within = (wanted: number): number => Math.min(Math.max(wanted, 0), lastTick);
  return [within(tick), (wanted) => setMoved({ of, tick: within(wanted) })];
}

interface SidePanelProps {
  readonly subject: DebriefSubject;
  readonly state: DebriefState;
  readonly chosen: Mark | null;
  readonly tick: number;
}

function SidePanel({ subject, state, chosen, tick }: SidePanelProps): VNode {
  const { level, mode, log } = subject;
  const { choose, reveal, takeOver } = useDebriefActions();
  const { startGame } = useActions();
  if (!chosen) return <Waiting working={state.working} isDone={state.result !== null} />;
  const revealed = state.revealed[chosen.id] ?? 'question';
  const futures = state.futures?.mark === chosen.id ? state.futures : null;
  return (
    <MarkPanel
      level={level}
      mark={chosen}
      revealed={revealed}
      tick={tick}
      hint={<Hint level={level} mark={chosen} course={subject.course} />}
      why={<AnswerWhy level={level} mark={chosen} course={subject.course} />}
      futures={
        futures ? (
          <FuturePair level={level} mark={chosen} futures={futures} />
        ) : (
          <p class="quiet futures-wait">{t('debrief.page.futuresComing')}</p>
        )
      }
      steps={<Steps marks={state.marks} chosen={chosen} onChoose={choose} />}
      onReveal={(how) => {
        if (state.chosen !== chosen.id) choose(chosen.id);
        reveal(chosen.id, how);
      }}
      onTryAgain={() => takeOver(tick)}
      onStartOver={() => startGame(level, mode, log.seed)}
    />
  );
}

/** Before the first mark, or where there is none at all. */
function Waiting({ working, isDone }: { readonly working: boolean; readonly isDone: boolean }): VNode {
  const key = working ? 'coming' : isDone ? 'nothing' : 'noMarks';
  return (
    <section class="mark-panel panel" aria-label={t('debrief.page.panel')}>
      <div class="mark-body">
        <h2>{t(`debrief.page.waiting.${key}`)}</h2>
        <p class="quiet">{t(`debrief.page.waiting.${key}About`)}</p>
      </div>
    </section>
  );
}

interface StepsProps {
  readonly marks: readonly Mark[];
  readonly chosen: Mark;
  readonly onChoose: (mark: string) => void;
}

/** Previous and next among the marks that say something, in the order of time. */
function Steps({ marks, chosen, onChoose }: StepsProps): VNode | null {
  const all = useMemo(() => byTime(marks), [marks]);
  const noted = all.filter(isNoted);
  if (noted.length === 0) return null;
  const at = noted.findIndex(({ id }) => id === chosen.id);
  const step = (direction: -1 | 1): void => {
    const place = all.findIndex(({ id }) => id === chosen.id);
    const target =
      direction > 0 ? all.slice(place + 1).find(isNoted) : all.slice(0, Math.max(place, 0)).findLast(isNoted);
    if (target) onChoose(target.id);
  };
  return <MarkSteps count={noted.length} at={at} onStep={step} />;
}
