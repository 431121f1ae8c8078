import type { VNode } from 'preact';
import type { TeacherView } from '../../../../schema/classroom/room.ts';
import { useClassActions } from '../../../appContext.ts';
import { Board } from '../board.tsx';
import { type BoardLine, progressOf } from '../boardLines.ts';
import type { OpenLine } from '../lineName.tsx';
import { t } from '../teacherWords.ts';
import { useSettled } from './useSettled.ts';
import { useSure } from './useSure.ts';
import { showsTooMuch } from './wallRules.ts';

interface BoardTabProps {
  readonly view: TeacherView;
  readonly lines: readonly BoardLine[];
}

/** How far everybody is, and what came of it. */
export function BoardTab({ view, lines }: BoardTabProps): VNode {
  const { openRow } = useClassActions();
  const { asked, press } = useSure<string>();
  const asksFirst = showsTooMuch(view.room);
  const open: OpenLine = (seat, by) => {
    if (asksFirst) press(seat, () => void openRow(seat), by);
    else void openRow(seat);
  };
  const wished = asksFirst ? lines.find(({ key }) => key === asked) : undefined;
  return (
    <section class="panel room-board">
      <h2 class="unseen">{t('classTeacher.tab.board')}</h2>
      <Progress view={view} />
      <Board lines={lines} open={open} asked={wished?.key ?? null} />
      <p role="status" class="wall-sure">
        {wished && t('classTeacher.board.watchAbout', { name: wished.name })}
      </p>
    </section>
  );
}

function Progress({ view }: { readonly view: TeacherView }): VNode {
  const progress = progressOf(view.rows);
  const all = Math.max(1, view.rows.length);
  const words = (['finished', 'playing', 'others'] as const).map((part) =>
    t(`classTeacher.progress.${part}`, { count: progress[part] }),
  );
  const said = useSettled(t('classTeacher.progress.finished', { count: progress.finished }));
  return (
    <div class="room-progress">
      <p class="room-progress-words">
        {words.map((word, index) => (
          <span key={word} class={`progress-key key-${index}`}>
            {word}
          </span>
        ))}
      </p>
      <div class="progress-bar" aria-hidden="true">
        <span class="bar-finished" style={{ width: `${(progress.finished / all) * 100}%` }} />
        <span class="bar-playing" style={{ width: `${(progress.playing / all) * 100}%` }} />
      </div>
      <p role="status" class="unseen">
        {said}
      </p>
    </div>
  );
}
