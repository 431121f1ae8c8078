import type { LabId } from '../engine/types.ts';
import { useGameDerived } from './appContext.ts';
import { knownPoints } from './labReadings.ts';
import { sparkline } from './sparkline.ts';

const CURVE = { width: 52, height: 20 };
const LOG_TESTS: readonly LabId[] = ['IL6', 'TNF', 'G', 'ferritin', 'troponin', 'C', 'A'];
/** Smallest vertical span: about what an assay cannot tell apart; decades for the tests drawn on a log axis. */
const SPAN: Readonly<Record<LabId, number>> = {
  IL6: 0.5,
  TNF: 0.5,
  G: 0.5,
  CRP: 20,
  ferritin: 0.4,
  lactate: 0.8,
  creatinine: 30,
  troponin: 0.4,
  PF: 60,
  viralLoad: 1,
  bacterialLoad: 1,
  C: 1,
  A: 0.5,
};

/** The last two days of a test, as far as they are known. */
export function LabCurve({ test }: { readonly test: LabId }) {
  const curve = useGameDerived(
    // Once a simulated hour is as fine as a curve of 52 px can show.
    (game) =>
      `${Math.floor(game.now.hour)} ${game.now.labs.find((lab) => lab.test === test)?.results.length ?? 0}`,
    (game) =>
      sparkline(knownPoints(game, test), {
        ...CURVE,
        hours: 48,
        now: game.now.hour,
        log: LOG_TESTS.includes(test),
        smallestSpan: SPAN[test],
      }),
  );
  return (
    <svg
      class={`spark tone-${test}`}
      viewBox={`-3 -3 ${CURVE.width + 6} ${CURVE.height + 6}`}
      aria-hidden="true"
    >
      {curve && (
        <>
          {curve.path && <path d={curve.path} class="curve" />}
          <circle cx={curve.endX} cy={curve.endY} r="2.2" class="end" />
        </>
      )}
    </svg>
  );
}
