import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LabId } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { useActions, useGame } from './appContext.ts';
import { spanText } from './format.ts';
import { labReading } from './labReadings.ts';
import { useDismiss } from './useDismiss.ts';
import { Words } from './words.tsx';

interface OrderListProps {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  readonly tests: readonly LabId[];
}

/** All tests with the time that each takes; several can be sent one after the other. */
export function OrderList({ open, setOpen, tests }: OrderListProps) {
  const place = useRef<HTMLDivElement>(null);
  useDismiss(place, open, () => setOpen(false));
  useLayoutEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('.order-line')?.focus();
  }, [open]);
  return (
    <div class="order-place" ref={place}>
      <button
        type="button"
        class="chip main"
        aria-expanded={open}
        aria-keyshortcuts="L"
        onClick={() => setOpen(!open)}
      >
        {t('hud.lab.orderATest')}
      </button>
      {open && (
        <fieldset class="order-list popup" aria-label={t('hud.lab.orderATest')}>
          {tests.map((test) => (
            <OrderLine key={test} test={test} />
          ))}
        </fieldset>
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
        {due
          ? t('hud.lab.due', { test: t(`hud.lab.${test}.name`), span: due })
          : t('hud.lab.turnaround', { span: spanText(turnaround) })}
      </span>
    </button>
  );
}
