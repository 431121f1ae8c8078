import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Command, Level, TimedCommand } from '../../../engine/types.ts';
import {
  courseText,
  decisionText,
  isGivenOnce,
  oxygenText,
  regimenName,
  treatmentName,
} from '../../doses.ts';
import { Icon } from '../../icons.tsx';
import { momentText } from '../words.ts';
import type { Edits } from './whatIfEdits.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;

interface ToolsProps {
  readonly level: Level;
  readonly edits: Edits;
  /** Removes the chosen decision and keeps the focus in the lane. */
  readonly onRemove: () => void;
  /** Back to the handle. */
  readonly onLeave: () => void;
}

/** What can be done with the chosen decision besides moving it: another dose, an hour earlier or later, away with it. */
export function ChosenTools({ level, edits, onRemove, onLeave }: ToolsProps): VNode {
  const { chosen } = edits;
  if (!chosen) return <p class="what-if-hint quiet">{t('debrief.whatIf.hint')}</p>;
  const { id, tick, command } = chosen;
  const choices = dosesOf(level, command);
  return (
    <fieldset
      class="what-if-tools"
      aria-label={t('debrief.whatIf.tools')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onLeave();
      }}
    >
      <p class="what-if-chosen">
        <b>{decisionText(level, command)}</b> <span class="quiet">{momentText(tick)}</span>
      </p>
      {choices.length > 1 && (
        <select
          aria-label={t('debrief.whatIf.dose')}
          value={choices.findIndex(({ isNow }) => isNow)}
          onChange={(event) => {
            const choice = choices[Number(event.currentTarget.value)];
            if (choice) edits.change(id, choice.command);
          }}
        >
          {choices.map(({ words }, index) => (
            <option key={words} value={index}>
              {words}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={t('debrief.whatIf.earlier')}
        title={t('debrief.whatIf.earlier')}
        onClick={() => edits.move(id, edits.tickOf(id) - TICKS_PER_HOUR, false)}
      >
        <Icon name="back" size={18} />
      </button>
      <button
        type="button"
        class="icon-button what-if-later"
        aria-label={t('debrief.whatIf.later')}
        title={t('debrief.whatIf.later')}
        onClick={() => edits.move(id, edits.tickOf(id) + TICKS_PER_HOUR, false)}
      >
        <Icon name="back" size={18} />
      </button>
      <button type="button" class="button small" onClick={onRemove}>
        <Icon name="close" size={16} />
        {t('debrief.whatIf.remove')}
      </button>
    </fieldset>
  );
}

interface Choice {
  readonly command: Command;
  readonly words: string;
  readonly isNow: boolean;
}

/** Other doses of the same treatment, or other steps of oxygen. */
function dosesOf(level: Level, command: Command): readonly Choice[] {
  if (command.type === 'oxygen')
    return level.oxygen.map((_, step) => ({
      command: { type: 'oxygen', step },
      words: oxygenText(level, step),
      isNow: step === command.step,
    }));
  if (command.type !== 'order') return [];
  const treatment = level.treatments.find(({ id }) => id === command.treatment);
  return (treatment?.regimens ?? []).map((regimen) => ({
    command: { ...command, regimen: regimen.id },
    words: `${regimenName(command.treatment, regimen)}: ${courseText(command.treatment, regimen)}`,
    isNow: regimen.id === command.regimen,
  }));
}

interface AddProps {
  readonly level: Level;
  /** Tick at which an order is put in. */
  readonly tick: number;
  readonly onAdd: (timed: TimedCommand) => void;
}

/** Any order of the level, to be put in at a moment and moved from there. */
export function AddOrder({ level, tick, onAdd }: AddProps): VNode {
  const orders = useMemo(() => ordersOf(level), [level]);
  const [index, setIndex] = useState(0);
  return (
    <div class="what-if-add">
      <select
        aria-label={t('debrief.whatIf.addWhat')}
        value={index}
        onChange={(event) => setIndex(Number(event.currentTarget.value))}
      >
        {orders.map(({ words }, at) => (
          <option key={words} value={at}>
            {words}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button small"
        onClick={() => {
          const order = orders[index];
          if (order) onAdd({ tick, command: order.command });
        }}
      >
        {t('debrief.whatIf.add', { moment: momentText(tick) })}
      </button>
    </div>
  );
}

/** Everything that can be ordered in the level and changes a course, in the order of its cards. */
function ordersOf(level: Level): readonly Omit<Choice, 'isNow'>[] {
  const treatments = level.treatments.flatMap(({ id, regimens }) => {
    const orders = regimens.map((regimen) => ({
      command: { type: 'order', treatment: id, regimen: regimen.id } as const,
      words: `${treatmentName(id)}: ${courseText(id, regimen)}`,
    }));
    const stop = {
      command: { type: 'stop', treatment: id } as const,
      words: t('hud.log.stopped', { treatment: treatmentName(id) }),
    };
    return isGivenOnce(id) ? orders : [...orders, stop];
  });
  const oxygen = level.oxygen.map((_, step) => ({
    command: { type: 'oxygen', step } as const,
    words: t('hud.log.oxygen', { step: oxygenText(level, step) }),
  }));
  return [...treatments, ...oxygen];
}
