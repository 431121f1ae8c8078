import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { hourOf } from './cards.ts';
import { decisionText } from './doses.ts';
import { clockText } from './format.ts';
import { Icon } from './icons.tsx';

/** Every decision so far, newest first. */
export function DecisionList() {
  const { level, commands } = useGame(
    (game) => ({ level: game.level, commands: game.commands.filter(({ tick }) => tick <= game.now.tick) }),
    (a, b) => a.commands.length === b.commands.length && a.level === b.level,
  );
  if (commands.length === 0) return <p class="quiet decisions-empty">{t('hud.log.empty')}</p>;
  return (
    <ol class="decisions" reversed>
      {commands.toReversed().map(({ tick, command }, index) => (
        <li key={commands.length - index}>
          <Icon
            name={command.type === 'lab' ? 'lab' : command.type === 'oxygen' ? 'oxygen' : command.treatment}
            size={20}
          />
          <span class="number quiet">{clockText(hourOf(tick))}</span>
          <span>{decisionText(level, command)}</span>
        </li>
      ))}
    </ol>
  );
}
