import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TeacherView } from '../../../../schema/classroom/room.ts';
import { useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { progressOf } from '../boardLines.ts';
import { t } from '../teacherWords.ts';
import type { Sure } from './useSure.ts';

/** What asks twice. */
export type RoomDeed = 'start' | 'close' | 'reopen';

interface RoomDeedsProps {
  readonly view: TeacherView;
  readonly sure: Sure<RoomDeed>;
}

/** Lock, and the one step that the room can take next. */
export function RoomDeeds({ view, sure }: RoomDeedsProps): VNode {
  const { room } = view;
  const { changeRoom } = useClassActions();
  const deed = deedOf(view);
  const next = useRef<HTMLButtonElement>(null);
  const { asked } = sure;
  // Asked by a key: the focus comes to the button.
  useEffect(() => {
    if (asked !== null) next.current?.focus();
  }, [asked]);
  return (
    <div class="room-deeds">
      <p role="status" class="room-sure">
        {asked !== null && asked === deed && aboutWords(view, asked)}
      </p>
      {room.state !== 'closed' && (
        <button type="button" class="button" onClick={() => void changeRoom({ locked: !room.locked })}>
          {t(room.locked ? 'classTeacher.do.unlock' : 'classTeacher.do.lock')}
        </button>
      )}
      {deed && (
        <button
          ref={next}
          type="button"
          class={deed === 'reopen' ? 'button' : 'button main'}
          data-sure={deed}
          onClick={(event) =>
            sure.press(deed, () => void changeRoom({ state: deed === 'close' ? 'closed' : 'open' }), event)
          }
        >
          {deed === 'start' && <Icon name="play" size={20} />}
          {t(asked === deed ? `classTeacher.do.${deed}Sure` : `classTeacher.do.${deed}`)}
        </button>
      )}
    </div>
  );
}

/** A homework that is over stays so: its date has passed. */
function deedOf({ room }: TeacherView): RoomDeed | null {
  if (room.state === 'lobby') return 'start';
  if (room.state === 'open') return 'close';
  return room.kind === 'live' ? 'reopen' : null;
}

function aboutWords({ rows }: TeacherView, deed: RoomDeed): string {
  if (deed === 'reopen') return t('classTeacher.do.reopenAbout');
  const count = deed === 'start' ? rows.length : progressOf(rows).playing;
  return t(`classTeacher.do.${deed}About`, { count });
}
