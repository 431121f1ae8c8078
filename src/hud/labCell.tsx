import { useRef, useState } from 'preact/hooks';
import type { LabId } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { sameFields, useActions, useGame } from './appContext.ts';
import { spanText } from './format.ts';
import { Icon } from './icons.tsx';
import { LabCurve } from './labCurve.tsx';
import { isBlocked, LabInfo } from './labInfo.tsx';
import { flagText, labReading } from './labReadings.ts';
import type { Direction } from './limits.ts';
import { useDismiss } from './useDismiss.ts';
import { plainDigits, Words } from './words.tsx';

interface CellState {
  readonly text: string | null;
  readonly level: string;
  readonly flag: string;
  readonly direction: Direction;
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
      age:
        isBlocked(test, game.now.values) && game.mode === 'student'
          ? t('hud.lab.blocked')
          : ageOf(game.mode === 'student', text, ageHours),
      due: dueHours === null ? null : spanText(dueHours),
    };
  }, sameFields);
}

function ageOf(isStudent: boolean, text: string | null, ageHours: number): string {
  if (isStudent) return '';
  if (text === null) return t('hud.lab.never');
  return ageHours < 0.1 ? t('hud.lab.now') : t('hud.lab.ago', { span: spanText(ageHours) });
}

/** One test: its newest value and course, and on demand what it means; for a clinician also the button that orders it. */
export function LabCell({ test, canOrder }: { readonly test: LabId; readonly canOrder: boolean }) {
  const cell = useCell(test);
  const place = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  useDismiss(place, open, () => setOpen(false));
  const about = { 'aria-expanded': open, onClick: () => setOpen(!open) };
  const classes = `lab-cell ${cell.level}${cell.due ? ' pending' : ''}`;
  return (
    <li class={classes} ref={place}>
      {canOrder ? (
        <>
          <button type="button" class="lab-about" {...about}>
            <LabName test={test} cell={cell} />
            <span class="unseen">, {t('hud.lab.about')}</span>
          </button>
          <OrderButton test={test} cell={cell} />
        </>
      ) : (
        <button type="button" class="lab-content" {...about}>
          <span class="unseen">{spokenCell(test, cell)}</span>
          <span class="lab-shown" aria-hidden="true">
            <LabName test={test} cell={cell} />
            <LabCurve test={test} />
            <LabResult test={test} cell={cell} canOrder={false} />
          </span>
        </button>
      )}
      {open && <LabInfo test={test} />}
    </li>
  );
}

interface PartProps {
  readonly test: LabId;
  readonly cell: CellState;
}

function LabName({ test, cell }: PartProps) {
  return (
    <span class={`lab-name tone-${test}`}>
      <b>
        <Words>{t(`hud.lab.${test}.name`)}</Words>
      </b>
      {(cell.due || cell.age) && (
        <span class="age">{cell.due ? t('hud.lab.dueShort', { span: cell.due }) : cell.age}</span>
      )}
    </span>
  );
}

function OrderButton({ test, cell }: PartProps) {
  const { command } = useActions();
  return (
    <button
      type="button"
      class="lab-content"
      aria-disabled={cell.due !== null}
      onClick={() => cell.due === null && command({ type: 'lab', test })}
    >
      <span class="unseen">
        {t('hud.lab.order')} {spokenCell(test, cell)}
      </span>
      <LabCurve test={test} />
      <LabResult test={test} cell={cell} canOrder />
      {cell.text !== null && (
        <span class="again">
          <Icon name="lab" size={14} />
        </span>
      )}
    </button>
  );
}

function LabResult({ test, cell, canOrder }: PartProps & { readonly canOrder: boolean }) {
  return cell.text === null ? (
    <Unmeasured pending={cell.due !== null} canOrder={canOrder} />
  ) : (
    <LabValue test={test} cell={cell} />
  );
}

function Unmeasured({ pending, canOrder }: { readonly pending: boolean; readonly canOrder: boolean }) {
  if (pending) return <span class="lab-value waiting number">…</span>;
  return canOrder ? (
    <span class="order-chip" aria-hidden="true">
      {t('hud.lab.order')}
    </span>
  ) : (
    <span class="lab-value number">–</span>
  );
}

function LabValue({ test, cell }: { readonly test: LabId; readonly cell: CellState }) {
  return (
    <span class="lab-value" aria-hidden="true">
      <span class="lab-number number">
        {cell.level === 'alarm' && <Icon name="alarm" size={12} />}
        {cell.text}
      </span>
      <span class="unit">
        {cell.direction !== 'within' && <b class="flag-word">{t(`hud.lab.flag.${cell.direction}`)} </b>}
        <Words>{t(`hud.lab.${test}.unit`)}</Words>
      </span>
    </span>
  );
}

function spokenCell(test: LabId, cell: CellState): string {
  const name = plainDigits(t(`hud.lab.${test}.long`));
  const words =
    cell.text === null
      ? [name, t('hud.lab.never')]
      : [`${name} ${cell.text} ${t(`hud.lab.${test}.unitWords`)}`];
  if (cell.flag) words.push(cell.flag);
  if (cell.text !== null && cell.age) words.push(cell.age);
  if (cell.due) words.push(t('hud.lab.due', { test: name, span: cell.due }));
  return words.join(', ');
}
