import type { VNode } from 'preact';
import { useClass } from '../../../appContext.ts';
import { t } from '../studentWords.ts';
import { ClassHead } from './classHead.tsx';
import { NoServer } from './doorsPage.tsx';
import { JoinForm } from './joinForm.tsx';
import { OwnSeatDoor } from './ownSeat.tsx';
import { RoomDoorPanel } from './roomDoorPanel.tsx';
import { StoredFacts } from './storedFacts.tsx';
import { WhoIsHere } from './whoIsHere.tsx';

/** From the code of a room to a seat in it. */
export function JoinPage(): VNode {
  const code = useClass((state) => state.place.code);
  const found = useClass(({ door, place }) => (door?.door.room.code === place.code ? door : null));
  const busy = useClass((state) => state.busy);
  const hasServer = useClass((state) => state.hasServer !== false);
  const isHere = useClass(
    ({ student }) => student?.gone === null && code !== '' && student.view.room.code === code,
  );
  if (found)
    return (
      <main class="class-page class-join-page reading">
        <ClassHead doors />
        <OwnSeatDoor />
        <RoomDoorPanel key={code} found={found} />
        <StoredFacts />
      </main>
    );
  return (
    <main class="class-page class-join-page reading">
      <ClassHead doors />
      {!isHere && (
        <>
          <header class="class-title">
            <h1>{t('classStudent.seat.join')}</h1>
          </header>
          <OwnSeatDoor />
        </>
      )}
      {isHere && <WhoIsHere />}
      {!isHere && (hasServer ? <JoinForm /> : <NoServer />)}
      <p class="quiet" role="status">
        {busy ? t('classStudent.loading') : ''}
      </p>
    </main>
  );
}
