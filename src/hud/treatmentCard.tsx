import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { sameFields, useGame } from './appContext.ts';
import { type CardId, type CardView, cardView, hoursToNextDose } from './cards.ts';
import { spanText } from './format.ts';
import { Icon } from './icons.tsx';
import { TreatmentSheet } from './treatmentSheet.tsx';
import { useDismiss } from './useDismiss.ts';

/** A wait that would round to no minute. */
const SOON_HOURS = 0.5 / 60;

interface TreatmentCardProps {
  readonly id: CardId;
  /** Digit key that opens the card. */
  readonly digit: number;
  /** True in the right half of the row: the sheet then opens to the left. */
  readonly isLate: boolean;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** One treatment: pressing it opens what it does, when, at what cost, and the ways to give it. */
export function TreatmentCard({ id, digit, isLate, open, setOpen }: TreatmentCardProps) {
  const place = useRef<HTMLLIElement>(null);
  const { hushed, listen } = usePeek(open);
  const card = useGame((game) => cardView(game, id), sameFields);
  const next = useGame((game) => {
    const hours = hoursToNextDose(game, id);
    if (hours === null) return '';
    return hours < SOON_HOURS
      ? t('hud.treatments.nextNow')
      : t('hud.treatments.next', { span: spanText(hours) });
  });
  useDismiss(place, open, () => setOpen(false));
  const name = t(`hud.treatment.${id}.name`);
  const remark = remarkOf(card, next);
  return (
    <li class={`card-place${isLate ? ' late' : ''}${hushed}`} ref={place}>
      <button
        type="button"
        id={`card-${id}`}
        class={`card ${card.status}`}
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-keyshortcuts={digit <= 9 ? String(digit) : undefined}
        aria-describedby={`peek-${id}`}
        onClick={() => setOpen(!open)}
        {...listen}
      >
        <span class="card-top">
          <Icon name={id} size={24} />
          <Stock card={card} />
        </span>
        <span class="card-name">{name}</span>
        {card.status === 'running' && card.all > 0 && (
          <span class="unseen">, {t('hud.treatments.running')}</span>
        )}
        <span class="unseen">, </span>
        <span class="card-dose">{card.dose}</span>
        <span class="unseen">, </span>
        <span class="card-remark">{remark}</span>
        {card.all > 0 && <span class="unseen">, {t('hud.treatments.stock', { count: card.left })}</span>}
      </button>
      <div class="peek popup" role="tooltip" id={`peek-${id}`}>
        <p>{t(`hud.treatment.${id}.effect`)}</p>
        <p>{t(`hud.treatment.${id}.onset`)}</p>
        <p class="quiet">{t(`hud.treatment.${id}.cost`)}</p>
      </div>
      {open && <TreatmentSheet id={id} close={() => closeTo(place.current, setOpen)} />}
    </li>
  );
}

const NOTHING_HUSHED = { pointer: false, focus: false };

/** The short description keeps away once its card was used or Escape was pressed, until the pointer or the focus comes anew. */
function usePeek(open: boolean) {
  const [hush, setHush] = useState(NOTHING_HUSHED);
  useLayoutEffect(() => {
    const hushAll = (): void => setHush({ pointer: true, focus: true });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hushAll();
    };
    // On the window: what is drawn anew here must not take the sheet's own listener from it.
    window.addEventListener('keydown', onKey, true);
    if (open) hushAll();
    return () => {
      window.removeEventListener('keydown', onKey, true);
      // The focus has come back from the sheet by now.
      if (open) hushAll();
    };
  }, [open]);
  return {
    hushed: `${hush.pointer ? ' pointer-hushed' : ''}${hush.focus ? ' focus-hushed' : ''}`,
    listen: {
      onPointerEnter: () => setHush((now) => ({ ...now, pointer: false })),
      onFocus: () => setHush((now) => ({ ...now, focus: false })),
    },
  };
}

/** Closes the sheet and gives the focus back to its card. */
function closeTo(place: HTMLElement | null, setOpen: (open: boolean) => void): void {
  setOpen(false);
  place?.querySelector<HTMLElement>('.card')?.focus();
}

function runningRemark(card: CardView, next: string): string {
  if (next) return next;
  return card.id === 'norepinephrine' ? t('hud.dose.target') : card.remark;
}

function remarkOf(card: CardView, next: string): string {
  switch (card.status) {
    case 'ordered':
      return t('hud.treatments.ordered');
    case 'justGiven':
      return t('hud.treatments.justGivenRemark', { remark: card.remark });
    case 'running':
      return card.id === 'oxygen' ? card.remark : runningRemark(card, next);
    case 'empty':
      return t('hud.treatments.empty');
    case 'ready':
      return card.remark;
  }
}

/** More doses than this are told by a number. */
const MOST_PIPS = 8;

/** Doses left as pips, or the rung of the oxygen ladder as bars. */
function Stock({ card }: { readonly card: CardView }) {
  const steps = useGame((game) => game.level.oxygen.length);
  if (card.step >= 0) {
    return (
      <span class="ladder" aria-hidden="true">
        {Array.from({ length: steps }, (_, step) => (
          <i key={step} class={step <= card.step ? 'on' : ''} />
        ))}
      </span>
    );
  }
  if (card.all === 0)
    return card.status === 'running' ? <span class="state-word">{t('hud.treatments.running')}</span> : null;
  if (card.all > MOST_PIPS) {
    return (
      <span class="stock-number number" aria-hidden="true">
        {t('hud.treatments.stockShort', { left: card.left, all: card.all })}
      </span>
    );
  }
  return (
    <span class="pips" aria-hidden="true">
      {Array.from({ length: card.all }, (_, pip) => (
        <i key={pip} class={pip < card.left ? 'on' : ''} />
      ))}
    </span>
  );
}
