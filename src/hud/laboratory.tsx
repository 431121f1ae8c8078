import { useEffect, useRef } from 'preact/hooks';
import type { LabId } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { sameFields, useActions, useGame, useGameDerived } from './appContext.ts';
import { spanText } from './format.ts';
import { Icon } from './icons.tsx';
import { flagText, knownPoints, labReading, testsOf } from './labReadings.ts';
import { sparkline } from './sparkline.ts';
import { useDismiss } from './useDismiss.ts';
import { plainDigits, Words } from './words.tsx';

interface LaboratoryProps {
  /** True while the list of tests is open. */
  readonly listOpen: boolean;
  readonly setListOpen: (open: boolean) => void;
  /** Opens the trend chart; absent where the chart has a tab of its own. */
  readonly openTrend?: (() => void) | undefined;
}

/** Results: live in student mode; ordered, timed and ageing in clinician mode. */
export function Laboratory({ listOpen, setListOpen, openTrend }: LaboratoryProps) {
  const tests = useGame(testsOf, sameList);
  const canOrder = useGame((game) => game.mode === 'clinician' && game.kind === 'play');
  return (
    <section class="laboratory panel" aria-labelledby="lab-title">
      <div class="panel-head">
        <h2 id="lab-title">{t('hud.lab.title')}</h2>
        <OrderState />
        {openTrend && (
          <button type="button" class="chip" onClick={openTrend} aria-keyshortcuts="T">
            <Icon name="trend" size={16} />
            {t('hud.trend.title')}
          </button>
        )}
        {canOrder && <OrderList open={listOpen} setOpen={setListOpen} tests={tests} />}
      </div>
      <ul class="lab-cells">
        {tests.map((test) => (
          <LabCell key={test} test={test} canOrder={canOrder} />
        ))}
      </ul>
    </section>
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** What is on its way: "CRP due in 35 min". */
function OrderState() {
  const text = useGame((game) => {
    if (game.mode === 'student') return t('hud.lab.live');
    const due = testsOf(game).flatMap((test) => {
      const { dueHours } = labReading(game, test);
      return dueHours === null ? [] : [{ test, dueHours }];
    });
    const next = due.sort((a, b) => a.dueHours - b.dueHours)[0];
    if (!next) return t('hud.lab.nothingOnOrder');
    const words = { test: t(`hud.lab.${next.test}.name`), span: spanText(next.dueHours) };
    return due.length > 1 ? t('hud.lab.onOrder', { count: due.length }) : t('hud.lab.due', words);
  });
  return <p class="quiet order-state">{text}</p>;
}

interface CellState {
  readonly text: string | null;
  readonly level: string;
  readonly flag: string;
  readonly direction: string;
  readonly age: string;
  readonly due: string | null;
}

function useCell(test: LabId): CellState {
  return useGame<CellState>((game) => {
    const reading = labReading(game, test);
    const { judgement, text, ageHours, dueHours } = reading;
    return {
      text,
      level: judgement?.level ?? 'unknown',
      flag: flagText(judgement),
      direction: judgement?.direction ?? 'within',
      age: ageOf(game.mode === 'student', text, ageHours),
      due: dueHours === null ? null : spanText(dueHours),
    };
  }, sameFields);
}

function ageOf(isStudent: boolean, text: string | null, ageHours: number): string {
  if (isStudent) return '';
  if (text === null) return t('hud.lab.never');
  return ageHours < 0.1 ? t('hud.lab.now') : t('hud.lab.ago', { span: spanText(ageHours) });
}

function LabCell({ test, canOrder }: { readonly test: LabId; readonly canOrder: boolean }) {
  const cell = useCell(test);
  const { command } = useActions();
  const content = (
    <>
      <span class={`lab-name tone-${test}`}>
        <b>
          <Words>{t(`hud.lab.${test}.name`)}</Words>
        </b>
        {(cell.due || cell.age) && (
          <span class="age">{cell.due ? t('hud.lab.dueShort', { span: cell.due }) : cell.age}</span>
        )}
      </span>
      <LabCurve test={test} />
      {cell.text === null ? <Unmeasured pending={cell.due !== null} canOrder={canOrder} /> : <LabValue test={test} cell={cell} />}
      {canOrder && cell.text !== null && (
        <span class="again">
          <Icon name="lab" size={14} />
        </span>
      )}
    </>
  );
  const classes = `lab-cell ${cell.level}${cell.due ? ' pending' : ''}`;
  if (!canOrder) {
    return (
      <li class={classes}>
        <span class="lab-content" aria-hidden="true">
          {content}
        </span>
        <span class="unseen">{spokenCell(test, cell)}</span>
      </li>
    );
  }
  return (
    <li class={classes}>
      <button
        type="button"
        class="lab-content"
        aria-disabled={cell.due !== null}
        aria-label={`${t('hud.lab.orderNamed', { test: t(`hud.lab.${test}.name`) })}. ${spokenCell(test, cell)}`}
        onClick={() => cell.due === null && command({ type: 'lab', test })}
      >
        {content}
      </button>
    </li>
  );
}

function Unmeasured({ pending, canOrder }: { readonly pending: boolean; readonly canOrder: boolean }) {
  if (pending) return <span class="lab-value waiting number">…</span>;
  return canOrder ? <span class="order-chip">{t('hud.lab.order')}</span> : <span class="lab-value number">–</span>;
}

function LabValue({ test, cell }: { readonly test: LabId; readonly cell: CellState }) {
  return (
    <span class="lab-value">
      <span class="flag">
        {cell.level === 'alarm' && <Icon name="alarm" size={12} />}
        {cell.direction !== 'within' && <span class="arrow number">{cell.direction === 'high' ? '↑' : '↓'}</span>}
      </span>
      <span class="number">{cell.text}</span>
      <span class="unit">
        <Words>{t(`hud.lab.${test}.unit`)}</Words>
      </span>
    </span>
  );
}

function spokenCell(test: LabId, cell: CellState): string {
  const name = plainDigits(t(`hud.lab.${test}.long`));
  const words = cell.text === null ? [name, t('hud.lab.never')] : [`${name} ${cell.text} ${t(`hud.lab.${test}.unitWords`)}`];
  if (cell.flag) words.push(cell.flag);
  if (cell.text !== null && cell.age) words.push(cell.age);
  if (cell.due) words.push(t('hud.lab.due', { test: name, span: cell.due }));
  return words.join(', ');
}

const CURVE = { width: 52, height: 20 };
const LOG_TESTS: readonly LabId[] = ['IL6', 'TNF', 'ferritin', 'troponin'];
/** Smallest vertical span: about what an assay cannot tell apart; decades for the tests drawn on a log axis. */
const SPAN: Readonly<Record<LabId, number>> = {
  IL6: 0.5,
  TNF: 0.5,
  CRP: 20,
  ferritin: 0.4,
  lactate: 0.8,
  creatinine: 30,
  troponin: 0.4,
  PF: 60,
  viralLoad: 1,
  bacterialLoad: 1,
};

function LabCurve({ test }: { readonly test: LabId }) {
  const curve = useGameDerived(
    // Once a simulated hour is as fine as a curve of 52 px can show.
    (game) => `${Math.floor(game.now.hour)} ${game.now.labs.find((lab) => lab.test === test)?.results.length ?? 0}`,
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
    <svg class={`spark tone-${test}`} viewBox={`-3 -3 ${CURVE.width + 6} ${CURVE.height + 6}`} aria-hidden="true">
      {curve && (
        <>
          {curve.path && <path d={curve.path} class="curve" />}
          <circle cx={curve.endX} cy={curve.endY} r="2.2" class="end" />
        </>
      )}
    </svg>
  );
}

interface OrderListProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly tests: readonly LabId[];
}

/** All tests with the time that each takes; several can be sent one after the other. */
function OrderList({ open, setOpen, tests }: OrderListProps) {
  const place = useRef<HTMLDivElement>(null);
  useDismiss(place, open, () => setOpen(false));
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('.order-line')?.focus();
  }, [open]);
  return (
    <div class="order-place" ref={place}>
      <button type="button" class="chip main" aria-expanded={open} aria-keyshortcuts="L" onClick={() => setOpen(!open)}>
        {t('hud.lab.orderATest')}
      </button>
      {open && (
        <div class="order-list popup" role="group" aria-label={t('hud.lab.orderATest')}>
          {tests.map((test) => (
            <OrderLine key={test} test={test} />
          ))}
        </div>
      )}
    </div>
  );
}

function OrderLine({ test }: { readonly test: LabId }) {
  const { command } = useActions();
  const turnaround = useGame((game) => game.level.labs.find(({ id }) => id === test)?.turnaroundHours ?? 0);
  const due = useGame((game) => {
    const { dueHours } = labReading(game, test);
    return dueHours === null ? '' : spanText(dueHours);
  });
  return (
    <button
      type="button"
      class="order-line"
      aria-disabled={due !== ''}
      onClick={() => due === '' && command({ type: 'lab', test })}
    >
      <b>
        <Words>{t(`hud.lab.${test}.long`)}</Words>
      </b>
      <span class="quiet">
        {due ? t('hud.lab.due', { test: t(`hud.lab.${test}.name`), span: due }) : t('hud.lab.turnaround', { span: spanText(turnaround) })}
      </span>
    </button>
  );
}
