import './room.css';
import './lobby.css';
import './podium.css';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import type { GoneReason } from '../../../../schema/classroom/room.ts';
import { useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { roomLines } from '../boardLines.ts';
import { t } from '../teacherWords.ts';
import { BoardTab } from './boardTab.tsx';
import { KeysDialog, type KeysHandle } from './keysDialog.tsx';
import { LobbyTab } from './lobbyTab.tsx';
import { MapTab } from './mapTab.tsx';
import { groupedCode } from './momentWords.ts';
import { PodiumTab } from './podiumTab.tsx';
import { type RoomDeed, RoomDeeds } from './roomDeeds.tsx';
import { RoomHead } from './roomHead.tsx';
import { ROOM_KEYS, type RoomKeyAction } from './roomKeys.ts';
import { RoomTabs } from './roomTabs.tsx';
import { TeacherTools } from './teacherTools.tsx';
import { useRoomKeys } from './useRoomKeys.ts';
import { useRoomTab } from './useRoomTab.ts';
import { useSure } from './useSure.ts';

/** The teacher's room, made for the wall. */
export function RoomPage(): VNode {
  const teacher = useClass((state) => state.teacher);
  if (teacher?.gone) return <Without reason={teacher.gone} />;
  if (!teacher) return <Without reason={null} />;
  return <Room key={teacher.view.room.code} teacher={teacher} />;
}

/** Before the room has come, and after it has gone. */
function Without({ reason }: { readonly reason: GoneReason | null }): VNode {
  const { go } = useClassActions();
  const code = useClass((state) => state.place.code);
  const problem = useClass((state) => state.problem);
  const words = reason ? t(`classTeacher.gone.${reason}`) : problem;
  return (
    <main class="reading">
      <header class="room-head">
        <Icon name="logo" size={30} class="room-logo" />
        <h1>
          {t('classTeacher.room.room')} <span class="number">{groupedCode(code)}</span>
        </h1>
        <p class="reading-warning">{t('page.notClinical')}</p>
      </header>
      <section class="panel">
        <p role={words === '' ? 'status' : 'alert'}>{words === '' ? t('classTeacher.room.busy') : words}</p>
        <button type="button" class="button" onClick={() => go({ part: 'doors', code: '' })}>
          <Icon name="back" size={20} />
          {t('classTeacher.gone.back')}
        </button>
      </section>
    </main>
  );
}

const DEED_KEYS = ROOM_KEYS.filter(({ action }) => action === 'start' || action === 'closeRound').map(
  ({ key }) => key,
);

function toggleFullScreen(): void {
  const asked = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser may refuse; the page then stays as it is.
  asked.catch(() => undefined);
}

function Room({ teacher }: { readonly teacher: TeacherState }): VNode {
  const { view } = teacher;
  const { room } = view;
  const { changeRoom } = useClassActions();
  const [tab, setTab] = useRoomTab(room, view.rows.length === 0);
  const [keys, setKeys] = useState<KeysHandle | null>(null);
  const sure = useSure<RoomDeed>(DEED_KEYS);
  const start = (): void => sure.press('start', () => void changeRoom({ state: 'open' }));
  const close = (): void => sure.press('close', () => void changeRoom({ state: 'closed' }));
  const act: Readonly<Record<RoomKeyAction, () => void>> = {
    lock: () => void changeRoom({ locked: !room.locked }),
    start: () => room.state === 'lobby' && start(),
    closeRound: () => room.state === 'open' && close(),
    board: () => setTab('board'),
    podium: () => setTab('podium'),
    map: () => setTab('map'),
    names: () => void changeRoom({ hideNames: !room.hideNames }),
    fullScreen: toggleFullScreen,
    help: () => keys?.open(),
  };
  useRoomKeys((action) => act[action]());
  const lines = roomLines(view.rows, { hideNames: room.hideNames });
  return (
    <main class="class-room">
      <RoomHead teacher={teacher} openKeys={act.help} fullScreen={act.fullScreen} />
      <div class="room-bar">
        <RoomTabs tab={tab} setTab={setTab} />
        <RoomDeeds view={view} sure={sure} />
      </div>
      <p role="status" class="unseen">
        {t(`classTeacher.tab.${tab}`)}
      </p>
      <div class="room-panel" role="tabpanel" id="room-panel" aria-labelledby={`room-tab-${tab}`}>
        {tab === 'lobby' && <LobbyTab teacher={teacher} lines={lines} />}
        {tab === 'board' && <BoardTab view={view} lines={lines} />}
        {tab === 'podium' && <PodiumTab room={room} lines={lines} showBoard={() => setTab('board')} />}
        {tab === 'map' && <MapTab teacher={teacher} lines={lines} />}
      </div>
      <TeacherTools teacher={teacher} />
      <KeysDialog handle={setKeys} />
    </main>
  );
}
