import '../teacher/podium.css';
import type { VNode } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { FileBoard } from '../../../../app/classroom/types.ts';
import { useActions, useApp } from '../../../appContext.ts';
import { Board } from '../board.tsx';
import { fileLines } from '../boardLines.ts';
import { ExportButtons } from '../exportButtons.tsx';
import { ClassMapView } from '../map/classMapView.tsx';
import { t } from '../mapWords.ts';
import { podiumSteps } from '../teacher/podiumPlaces.ts';
import { Podium } from '../teacher/podiumTab.tsx';
import { boardKey, boardName } from './filesWords.ts';

interface FileResultsProps {
  readonly boards: readonly FileBoard[];
  readonly hideNames: boolean;
  readonly onHideNames: (hide: boolean) => void;
}

/** The board, podium and map of the games that were verified: one level and mode at a time. */
export function FileResults({ boards, hideNames, onHideNames }: FileResultsProps): VNode | null {
  const [chosen, setChosen] = useState('');
  const board = boards.find((known) => boardKey(known) === chosen) ?? boards[0];
  const levels = useApp((state) => state.levels);
  const { replayLog } = useActions();
  const lines = useMemo(() => (board ? fileLines(board.map.rows, hideNames) : []), [board, hideNames]);
  if (!board) return null;
  return (
    <>
      <div class="files-bar">
        <BoardChoice boards={boards} chosen={board} onChoose={setChosen} />
        <button
          type="button"
          class="button small"
          aria-pressed={hideNames}
          onClick={() => onHideNames(!hideNames)}
        >
          {t('classMap.files.hideNames')}
        </button>
        <ExportButtons board={board} hideNames={hideNames} />
      </div>
      {board.seed === null && <p class="quiet files-patients">{t('classMap.files.severalPatients')}</p>}
      <ClassMapView
        key={boardKey(board)}
        map={board.map}
        hideNames={hideNames}
        podium={<Podium steps={podiumSteps(lines)} />}
      />
      <section class="panel files-board" aria-labelledby="files-board">
        <h2 id="files-board">{t('classMap.files.boardHeading')}</h2>
        <Board
          lines={lines}
          caption={boardName(board, levels)}
          open={(key) => {
            const row = board.map.rows.find(({ id }) => id === key);
            if (row) replayLog(row.log);
          }}
        />
      </section>
    </>
  );
}

interface BoardChoiceProps {
  readonly boards: readonly FileBoard[];
  readonly chosen: FileBoard;
  readonly onChoose: (key: string) => void;
}

/** Which level and view is shown; only a name where there is no choice. */
function BoardChoice({ boards, chosen, onChoose }: BoardChoiceProps): VNode {
  const id = useId();
  const levels = useApp((state) => state.levels);
  const words = (board: FileBoard): string => {
    const games = t('classMap.files.boardGames', { count: board.map.rows.length });
    return t('classMap.files.boardOf', { board: boardName(board, levels), games });
  };
  if (boards.length < 2) return <p class="files-choice">{words(chosen)}</p>;
  return (
    <p class="files-choice">
      <label for={id}>{t('classMap.files.board')}</label>
      <select
        id={id}
        value={boardKey(chosen)}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {boards.map((board) => (
          <option key={boardKey(board)} value={boardKey(board)}>
            {words(board)}
          </option>
        ))}
      </select>
    </p>
  );
}
