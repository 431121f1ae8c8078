import type { VNode } from 'preact';
import type { BoardLine } from './boardLines.ts';
import { t } from './boardWords.ts';

interface LineNameProps {
  readonly line: BoardLine;
  readonly open: ((key: string) => void) | undefined;
}

/** The name of a line, as a button where the game behind it can be watched. */
export function LineName({ line, open }: LineNameProps): VNode {
  const { key, name, result, isOwn } = line;
  return (
    <>
      {open && result ? (
        <button
          type="button"
          class="board-open"
          aria-label={t('classBoard.watch', { name })}
          onClick={() => open(key)}
        >
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      {isOwn && <span class="board-mark">{t('classBoard.own')}</span>}
      {result?.late && <span class="board-mark late">{t('classBoard.late')}</span>}
    </>
  );
}
