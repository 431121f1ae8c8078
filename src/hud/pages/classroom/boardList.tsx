import type { VNode } from 'preact';
import { OutcomeSign } from '../branches/outcomeSign.tsx';
import type { BoardLine, LineResult } from './boardLines.ts';
import { gameHourText, secondsText, t } from './boardWords.ts';
import { LineName, type OpenLine } from './lineName.tsx';
import { StateSign } from './stateSign.tsx';

interface BoardListProps {
  readonly lines: readonly BoardLine[];
  readonly caption: string;
  readonly open: OpenLine | undefined;
  readonly asked: string | null | undefined;
}

/** The board in words, for a narrow screen: two lines a row. */
export function BoardList({ lines, caption, open, asked }: BoardListProps): VNode {
  return (
    <ol class="board-list" aria-label={caption}>
      {lines.map((line) => (
        <li key={line.key} class={line.isOwn ? 'own' : ''}>
          <span class="board-rank number">{line.result?.rank ?? ''}</span>
          <span class="board-name">
            <LineName line={line} open={open} isAsked={line.key === asked} />
          </span>
          {line.result && (
            <span class="board-score">
              <span class="number">{line.result.score}</span>{' '}
              <span class="unseen">{t('classBoard.list.points')}</span>
            </span>
          )}
          <span class="board-words">
            {line.result && <ResultWords result={line.result} />}
            {line.now && <NowWords line={line} state={line.now.state} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

function ResultWords({ result }: { readonly result: LineResult }): VNode {
  const outcome = t(`classBoard.outcome.${result.outcome}`);
  const more = [
    t('classBoard.list.result', { outcome, moment: gameHourText(result.endHour) }),
    ...(result.games !== null && result.games > 1
      ? [t('classBoard.list.games', { count: result.games })]
      : []),
    ...(result.pauses > 0 ? [t('classBoard.list.pauses', { span: secondsText(result.pausedSeconds) })] : []),
  ];
  return (
    <span class="board-signed">
      <OutcomeSign outcome={result.outcome} />
      <span>{more.join(' · ')}</span>
    </span>
  );
}

interface NowWordsProps {
  readonly line: BoardLine;
  readonly state: NonNullable<BoardLine['now']>['state'];
}

/** What the seat does. One that has finished says so with its result. */
function NowWords({ line, state }: NowWordsProps): VNode | null {
  if (line.result && state === 'finished') return null;
  const hour = line.now && (state === 'playing' || state === 'paused') ? line.now.hour : null;
  return (
    <span class="board-signed">
      <StateSign state={state} />
      <span>{t(`classBoard.state.${state}`)}</span>
      {hour !== null && <span>{gameHourText(hour)}</span>}
    </span>
  );
}
