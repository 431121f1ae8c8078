import type { VNode } from 'preact';
import type { ClassPlace } from '../../../../app/classroom/types.ts';
import { useClass, useClassActions } from '../../../appContext.ts';
import { Icon, type IconName } from '../../../icons.tsx';
import { t } from '../studentWords.ts';
import { MyRooms } from '../teacher/myRooms.tsx';
import { ClassHead } from './classHead.tsx';
import { JoinForm } from './joinForm.tsx';
import { OwnSeatDoor } from './ownSeat.tsx';
import { StoredFacts } from './storedFacts.tsx';

/** Everything that a class can be entered by. */
export function DoorsPage(): VNode {
  const hasServer = useClass((state) => state.hasServer !== false);
  return (
    <main class="class-page class-doors-page reading">
      <ClassHead />
      <header class="class-title">
        <h1>{t('classStudent.doors.heading')}</h1>
        <p class="quiet lead">{t('classStudent.doors.about')}</p>
      </header>
      <OwnSeatDoor />
      {hasServer ? <JoinForm /> : <NoServer />}
      <div class="class-ways">
        {hasServer && (
          <Way part="open" icon="projector" about={t('classStudent.doors.openAbout')}>
            {t('classStudent.doors.open')}
          </Way>
        )}
        <Way part="files" icon="open" about={t('classStudent.doors.filesAbout')}>
          {t('classStudent.doors.files')}
        </Way>
      </div>
      <MyRooms />
      {hasServer && <StoredFacts />}
    </main>
  );
}

export function NoServer(): VNode {
  return (
    <p class="class-no-server panel">
      <Icon name="info" size={22} />
      {t('classStudent.doors.noServer')}
    </p>
  );
}

interface WayProps {
  readonly part: ClassPlace['part'];
  readonly icon: IconName;
  readonly about: string;
  readonly children: string;
}

function Way({ part, icon, about, children }: WayProps): VNode {
  const { go } = useClassActions();
  return (
    <button type="button" class="class-way" onClick={() => go({ part, code: '' })}>
      <Icon name={icon} size={28} />
      <span>
        <b>{children}</b>
        <small>{about}</small>
      </span>
    </button>
  );
}
