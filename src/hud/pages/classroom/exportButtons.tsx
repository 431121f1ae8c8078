import './exportButtons.css';
import type { VNode } from 'preact';
import type { ClassExport, FileBoard } from '../../../app/classroom/types.ts';
import { useClassActions } from '../../appContext.ts';
import { Icon } from '../../icons.tsx';
import { t } from './mapWords.ts';

const EXPORTS: readonly ClassExport[] = ['table', 'logs', 'statements'];

interface ExportButtonsProps {
  /** A board of the class from files; the room without it. */
  readonly board?: FileBoard;
  /** Numbers in place of names in what is saved. */
  readonly hideNames: boolean;
}

/** The class as files to keep: a table, all logs, statements. */
export function ExportButtons({ board, hideNames }: ExportButtonsProps): VNode {
  const { saveExport } = useClassActions();
  return (
    <section class="class-exports" aria-label={t('classMap.export.legend')}>
      {EXPORTS.map((what) => (
        <button
          key={what}
          type="button"
          class="button small"
          title={t(`classMap.export.${what}Hint`)}
          onClick={() => void saveExport(what, board, hideNames)}
        >
          <Icon name="download" size={18} />
          {t(`classMap.export.${what}`)}
        </button>
      ))}
      {hideNames && <p class="quiet">{t('classMap.export.hideNames')}</p>}
    </section>
  );
}
