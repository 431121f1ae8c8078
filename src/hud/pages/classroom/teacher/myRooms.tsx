import type { VNode } from 'preact';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { levelText } from '../../words.ts';
import { t } from '../teacherWords.ts';
import { dateText, groupedCode } from './momentWords.ts';

/** The rooms of this browser, to go back to. */
export function MyRooms(): VNode | null {
  const rooms = useClass((state) => state.myRooms);
  const levels = useApp((state) => state.levels);
  const { go } = useClassActions();
  if (rooms.length === 0) return null;
  const titleOf = (id: string): string => {
    const level = levels.find((one) => one.id === id);
    return level ? levelText(level).title : id;
  };
  return (
    <section class="panel my-rooms" aria-labelledby="my-rooms-heading">
      <h2 id="my-rooms-heading">{t('classTeacher.open.mine')}</h2>
      <ul>
        {rooms.map(({ code, level, expiresAt }) => (
          <li key={code}>
            <button type="button" class="button" onClick={() => go({ part: 'room', code })}>
              <span class="number room-code-small">{groupedCode(code)}</span>
              <span>
                {titleOf(level)}
                <small class="quiet">{t('classTeacher.open.mineUntil', { date: dateText(expiresAt) })}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
