/** The board of a class: the same for teacher, students and a class from files; on a phone a list in words. */
import './board.css';
import type { VNode } from 'preact';
import { useMediaQuery } from '../../useLayout.ts';
import { OutcomeSign } from '../branches/outcomeSign.tsx';
import { type BoardLine, boardParts, type LineResult, shownHour } from './boardLines.ts';
import { BoardList } from './boardList.tsx';
import { gameHourText, secondsText, t } from './boardWords.ts';
import { LineName, type OpenLine } from './lineName.tsx';
import { StateSign } from './stateSign.tsx';

/** Below this width a row does not hold its columns, and the board becomes a list. */
const LIST_QUERY = '(max-width: 40em)';
const WIDE_QUERY = '(min-width: 64em)';

/** Rows that stand under each other where there is room for two parts. */
const ROWS_OF_ONE = 14;
/** More rows than this are written closer. */
const ROOMY_ROWS = 34;

const ROOM_COLUMNS = ['rank', 'name', 'state', 'score', 'outcome', 'games', 'pauses'] as const;
/** Each log from a file is a row of its own, and nobody plays just now. */
const FILE_COLUMNS = ['rank', 'name', 'score', 'outcome', 'end', 'pauses'] as const;

interface BoardProps {
  readonly lines: readonly BoardLine[];
  /** What the board is, for its caption, which is not drawn. */
  readonly caption?: string;
  /** Opens the game of a row with a result as a replay; without it names are plain text. */
  readonly open?: OpenLine | undefined;
  /** The row whose game was asked for once. */
  readonly asked?: string | null;
}

/** Board of any length; the order of `lines` is kept. */
export function Board({ lines, caption = t('classBoard.caption'), open, asked }: BoardProps): VNode {
  const isList = useMediaQuery(LIST_QUERY);
  const isWide = useMediaQuery(WIDE_QUERY);
  if (lines.length === 0) return <p class="board-none quiet">{t('classBoard.none')}</p>;
  if (isList) return <BoardList lines={lines} caption={caption} open={open} asked={asked} />;
  const parts = isWide ? boardParts(lines, ROWS_OF_ONE) : [lines];
  const starts = parts.map((_, index) => parts.slice(0, index).flat().length);
  return (
    <div class={lines.length > ROOMY_ROWS ? 'class-board close' : 'class-board'} data-parts={parts.length}>
      {parts.map((part, index) => (
        <Part
          key={starts[index]}
          lines={part}
          caption={parts.length === 1 ? caption : partCaption(lines.length, starts[index] ?? 0, part)}
          open={open}
          asked={asked}
        />
      ))}
    </div>
  );
}

function partCaption(of: number, start: number, part: readonly BoardLine[]): string {
  return t('classBoard.captionPart', { from: start + 1, to: start + part.length, of });
}

interface PartProps {
  readonly lines: readonly BoardLine[];
  readonly caption: string;
  readonly open: BoardProps['open'];
  readonly asked: BoardProps['asked'];
}

function Part({ lines, caption, open, asked }: PartProps): VNode {
  const hasNow = lines.some(({ now }) => now !== null);
  const columns = hasNow ? ROOM_COLUMNS : FILE_COLUMNS;
  return (
    <div class="board-part">
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={`board-${column}`}>
                {t(`classBoard.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.key} line={line} hasNow={hasNow} open={open} isAsked={line.key === asked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly line: BoardLine;
  readonly hasNow: boolean;
  readonly open: BoardProps['open'];
  readonly isAsked: boolean;
}

function Row({ line, hasNow, open, isAsked }: RowProps): VNode {
  const { result } = line;
  return (
    <tr class={rowClass(line)}>
      <td class="board-rank number">{result ? result.rank : <NoPlace />}</td>
      <th scope="row" class="board-name">
        <LineName line={line} open={open} isAsked={isAsked} />
      </th>
      {hasNow && (
        <td class="board-state">
          <StateWords line={line} />
        </td>
      )}
      <td class="board-score number">{result?.score}</td>
      <td class="board-outcome">{result && <OutcomeWords result={result} />}</td>
      {hasNow && <td class="board-games number">{result?.games}</td>}
      {!hasNow && <td class="board-end number">{result && gameHourText(result.endHour)}</td>}
      <td class="board-pauses">{result && pausesText(result)}</td>
    </tr>
  );
}

function rowClass({ isOwn, result }: BoardLine): string {
  const outcome = result ? `board-row-${result.outcome}` : 'board-row-none';
  return `board-row ${outcome}${isOwn ? ' own' : ''}${result?.late ? ' is-late' : ''}`;
}

function NoPlace(): VNode {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="unseen">{t('classBoard.noRank')}</span>
    </>
  );
}

function StateWords({ line }: { readonly line: BoardLine }): VNode | null {
  if (!line.now) return null;
  const hour = shownHour(line);
  return (
    <span class="board-signed">
      <StateSign state={line.now.state} />
      <span class={hour === null ? '' : 'board-state-word'}>{t(`classBoard.state.${line.now.state}`)}</span>
      {hour !== null && <span class="number board-hour">{gameHourText(hour)}</span>}
    </span>
  );
}

function OutcomeWords({ result }: { readonly result: LineResult }): VNode {
  return (
    <span class="board-signed">
      <OutcomeSign outcome={result.outcome} />
      <span>{t(`classBoard.outcome.${result.outcome}`)}</span>
    </span>
  );
}

/** How long, and not how often: whoever goes on by the hour pauses at each. */
function pausesText({ pauses, pausedSeconds }: LineResult): string {
  return pauses === 0 ? t('classBoard.noPauses') : secondsText(pausedSeconds);
}
