import type { VNode } from 'preact';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { levelText } from '../../words.ts';
import { t } from '../teacherWords.ts';
import { dateText, groupedCode, spelledCode } from './momentWords.ts';

interface RoomHeadProps {
  readonly teacher: TeacherState;
  readonly openKeys: () => void;
  readonly fullScreen: () => void;
}

/** Title of the level's room, or the level's id for a level that this page does not have. */
function useRoomTitle(levelId: string): string {
  const level = useApp((state) => state.levels.find(({ id }) => id === levelId));
  return level ? levelText(level).title : levelId;
}

/** What the wall shows above everything: what is played, the code, and how the room stands. */
export function RoomHead({ teacher, openKeys, fullScreen }: RoomHeadProps): VNode {
  const { room } = teacher.view;
  const { go } = useClassActions();
  const title = useRoomTitle(room.level.id);
  return (
    <header class="room-head">
      <Icon name="logo" size={30} class="room-logo" />
      <div class="room-title">
        <h1>{title}</h1>
        <p>
          <span>{t('classTeacher.room.level', { mode: t(`page.mode.${room.mode}`) })}</span>
          <b class={`room-state room-state-${room.state}`}>{t(`classTeacher.room.state.${room.state}`)}</b>
          {room.locked && (
            <b class="room-locked">
              <LockSign />
              {t('classTeacher.room.locked')}
            </b>
          )}
          {room.until && room.state !== 'closed' && (
            <span>{t('classTeacher.room.until', { date: dateText(room.until) })}</span>
          )}
          <span class="room-warning">{t('page.notClinical')}</span>
        </p>
      </div>
      <div class="room-head-doors">
        <HeadDoor
          icon="back"
          words={t('classTeacher.room.back')}
          press={() => go({ part: 'doors', code: '' })}
        />
        <HeadDoor icon="projector" words={t('classTeacher.room.fullScreen')} press={fullScreen} />
        <HeadDoor icon="keyboard" words={t('classTeacher.room.keys')} press={openKeys} />
      </div>
      <p class="room-chip">
        <span>{t('classTeacher.room.room')}</span>
        <span class="number" aria-hidden="true">
          {groupedCode(room.code)}
        </span>
        <span class="unseen">{t('classTeacher.room.code', { letters: spelledCode(room.code) })}</span>
      </p>
      <ConnectionLine connection={teacher.connection} />
    </header>
  );
}

/** A padlock, closed. */
function LockSign(): VNode {
  return (
    <svg class="lock-sign" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M3 7.5h10v6.5H3ZM5 7.5V5a3 3 0 0 1 6 0v2.5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linejoin="round"
      />
    </svg>
  );
}

interface HeadDoorProps {
  readonly icon: 'back' | 'projector' | 'keyboard';
  readonly words: string;
  readonly press: () => void;
}

function HeadDoor({ icon, words, press }: HeadDoorProps): VNode {
  return (
    <button type="button" class="icon-button" aria-label={words} title={words} onClick={press}>
      <Icon name={icon} size={20} />
    </button>
  );
}

/** Says when news come slowly or not at all, and what went wrong; the place for it always stands, so that a screen reader hears of it. */
function ConnectionLine({ connection }: Pick<TeacherState, 'connection'>): VNode {
  const problem = useClass((state) => state.problem);
  return (
    <div role="status" class="room-connection">
      {connection === 'lost' && <p class="room-lost">{t('classTeacher.room.lost')}</p>}
      {connection === 'connecting' && <p class="quiet">{t('classTeacher.room.connecting')}</p>}
      {connection === 'polling' && <p class="quiet">{t('classTeacher.room.polling')}</p>}
      {problem !== '' && <p class="room-lost">{problem}</p>}
    </div>
  );
}
