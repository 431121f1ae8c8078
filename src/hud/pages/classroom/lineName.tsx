import type { VNode } from 'preact';
import type { BoardLine } from './boardLines.ts';
import { t } from './boardWords.ts';

/** `by` is the click: of a double click the second half is told apart. */
export type OpenLine = (key: string, by: Pick<UIEvent, 'detail'>) => void;

interface LineNameProps {
  readonly line: BoardLine;
  readonly open: OpenLine | undefined;
  /** Its game was asked for once, and the next press opens it. */
  readonly isAsked?: boolean;
}

/** The name of a line, as a button where the game behind it can be watched. */
export function LineName({ line, open, isAsked = false }: LineNameProps): VNode {
  const { key, name, result, isOwn } = line;
  return (
    <>
      {open && result ? (
        <button
          type="button"
          class="board-open"
          data-sure={key}
          aria-label={t(isAsked ? 'classBoard.watchSure' : 'classBoard.watch', { name })}
          onClick={(event) => open(key, event)}
        >
          {name}
          {isAsked && <span class="board-mark asked">{t('classBoard.sure')}</span>}
        </button>
      ) : (
        <span>{name}</span>
      )}
      {isOwn && <span class="board-mark">{t('classBoard.own')}</span>}
      {result?.late && <span class="board-mark late">{t('classBoard.late')}</span>}
    </>
  );
}
