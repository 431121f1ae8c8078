import { useRef, useState } from 'preact/hooks';
import type { GameView } from '../app/types.ts';
import type { Objective } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { type GoalStatus, goalsOf } from './goalStatus.ts';
import { Icon } from './icons.tsx';
import { inLanguage } from './pages/words.ts';
import { useDismiss } from './useDismiss.ts';

const statuses = (game: GameView): string => goalsOf(game).join();

/** The level's objectives behind one button, with what is known of each. */
export function Goals() {
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useDismiss(place, open, () => setOpen(false));
  const objectives = useGame((game) => game.level.objectives);
  const known = useGame(statuses).split(',') as GoalStatus[];
  if (objectives.length === 0) return null;
  const lost = known.filter((status) => status === 'lost').length;
  return (
    <div class="goals" ref={place}>
      <button type="button" class="chip" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={lost === 0 ? 'check' : 'caution'} size={16} />
        {lost === 0 ? t('hud.goals.title') : t('hud.goals.lostCount', { count: lost })}
      </button>
      {open && (
        <ul class="goal-list popup" aria-label={t('hud.goals.title')}>
          {objectives.map((objective, index) => (
            <Goal key={objective.id} objective={objective} status={known[index] ?? 'unknown'} />
          ))}
        </ul>
      )}
    </div>
  );
}

const ICONS = { kept: 'check', reached: 'check', open: 'trend', lost: 'close', unknown: 'lab' } as const;

function Goal({ objective, status }: { readonly objective: Objective; readonly status: GoalStatus }) {
  return (
    <li class={`goal ${status}`}>
      <Icon name={ICONS[status]} size={18} />
      <span>{inLanguage(objective.text)}</span>
      <span class="quiet">{t(`hud.goals.${status}`)}</span>
    </li>
  );
}
