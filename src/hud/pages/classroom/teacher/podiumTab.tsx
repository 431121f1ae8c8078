import type { VNode } from 'preact';
import type { OutcomeKind } from '../../../../engine/types.ts';
import type { RoomFacts } from '../../../../schema/classroom/room.ts';
import { OutcomeSign } from '../../branches/outcomeSign.tsx';
import type { BoardLine } from '../boardLines.ts';
import { t as boardText } from '../boardWords.ts';
import { t } from '../teacherWords.ts';
import { type PodiumStep, podiumSteps, shownOnStep } from './podiumPlaces.ts';

const NAMES_OF_A_STEP = 4;
const OUTCOMES: readonly OutcomeKind[] = [
  'recovered',
  'organFailure',
  'opportunisticInfection',
  'stillOnWard',
];

interface PodiumTabProps {
  readonly room: RoomFacts;
  readonly lines: readonly BoardLine[];
  readonly showBoard: () => void;
}

/** The three best, and how the patient of the class fared. */
export function PodiumTab({ room, lines, showBoard }: PodiumTabProps): VNode {
  const steps = podiumSteps(lines);
  const hasAny = steps.some((step) => step.lines.length > 0);
  return (
    <section class="panel room-podium" aria-labelledby="podium-heading">
      <h2 id="podium-heading">{t('classTeacher.podium.heading')}</h2>
      {hasAny && room.state === 'open' && <p class="quiet">{t('classTeacher.podium.soFar')}</p>}
      {hasAny ? <Podium steps={steps} /> : <p class="quiet">{t('classTeacher.podium.none')}</p>}
      <div class="podium-foot">
        <OutcomeCounts lines={lines} />
        <button type="button" class="button" onClick={showBoard}>
          {t('classTeacher.podium.board')}
        </button>
      </div>
    </section>
  );
}

/** Three steps with the second at the left, as in a stadium; read aloud from the first to the third. */
export function Podium({ steps }: { readonly steps: readonly PodiumStep[] }): VNode {
  return (
    <ol class="podium">
      {steps
        .filter(({ lines }) => lines.length > 0)
        .map((step) => (
          <Step key={step.rank} step={step} />
        ))}
    </ol>
  );
}

function Step({ step }: { readonly step: PodiumStep }): VNode {
  const { shown, more } = shownOnStep(step, NAMES_OF_A_STEP);
  const score = step.lines[0]?.result?.score ?? 0;
  return (
    <li class={`podium-place step-${step.rank}`}>
      <span class="podium-names">
        {shown.map(({ key, name }) => (
          <b key={key}>{name}</b>
        ))}
        {more > 0 && <span>{t('classTeacher.podium.more', { count: more })}</span>}
      </span>
      <span class="podium-score">{t('classTeacher.podium.points', { count: score })}</span>
      <span class="podium-block">
        <span>{t('classTeacher.podium.place')}</span> <span class="number">{step.rank}</span>
      </span>
    </li>
  );
}

function OutcomeCounts({ lines }: { readonly lines: readonly BoardLine[] }): VNode {
  return (
    <ul class="outcome-counts">
      {OUTCOMES.map((outcome) => (
        <li key={outcome}>
          <OutcomeSign outcome={outcome} />
          <b class="number">{lines.filter(({ result }) => result?.outcome === outcome).length}</b>
          {boardText(`classBoard.outcome.${outcome}`)}
        </li>
      ))}
    </ul>
  );
}
