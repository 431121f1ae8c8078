import './openRoom.css';
import type { TargetedSubmitEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { t } from '../teacherWords.ts';
import { MyRooms } from './myRooms.tsx';
import { firstFields, type OpenFields, roomRequest, untilFault } from './openFields.ts';
import { type FieldProps, HintsField, KindField, LevelField, ModeField } from './openFirst.tsx';
import { KeepField, LanField, PaceField } from './openLater.tsx';

/** The form for a new room, and the rooms that this browser opened before. */
export function OpenRoomPage(): VNode {
  const { go } = useClassActions();
  const hasServer = useClass((state) => state.hasServer);
  return (
    <main class="open-room reading">
      <header class="open-head">
        <Icon name="logo" size={34} />
        <h1>{t('classTeacher.open.heading')}</h1>
        <p class="reading-warning">{t('page.notClinical')}</p>
        <button type="button" class="button" onClick={() => go({ part: 'doors', code: '' })}>
          <Icon name="back" size={20} />
          {t('classTeacher.doors')}
        </button>
      </header>
      <p class="quiet open-about">{t('classTeacher.open.about')}</p>
      <MyRooms />
      {hasServer === false ? <NoServer /> : <OpenForm />}
    </main>
  );
}

function NoServer(): VNode {
  const { go } = useClassActions();
  return (
    <section class="panel">
      <p>{t('classTeacher.open.noServer')}</p>
      <button type="button" class="button" onClick={() => go({ part: 'files', code: '' })}>
        <Icon name="open" size={20} />
        {t('classTeacher.open.files')}
      </button>
    </section>
  );
}

function OpenForm(): VNode | null {
  const levels = useApp((state) => state.levels);
  const { openRoom } = useClassActions();
  const busy = useClass((state) => state.busy);
  const problem = useClass((state) => state.problem);
  const [first] = levels;
  const [now] = useState(() => new Date());
  const [fields, setFields] = useState<OpenFields | null>(() => (first ? firstFields(first, now) : null));
  const [fault, setFault] = useState<FieldProps['fault']>(null);
  const form = useRef<HTMLFormElement>(null);
  if (!fields) return null;
  const set = (change: Partial<OpenFields>): void => {
    setFields({ ...fields, ...change });
    setFault(null);
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (busy) return;
    const found = untilFault(fields, new Date());
    setFault(found);
    if (found) form.current?.querySelector<HTMLElement>('[name="until"]')?.focus();
    else void openRoom(roomRequest(fields));
  };
  const given = { fields, set, fault, now };
  return (
    <form class="open-form" ref={form} noValidate onSubmit={submit}>
      <LevelField {...given} />
      <section class="panel open-settings">
        <ModeField {...given} />
        <KindField {...given} />
        <HintsField {...given} />
        <PaceField {...given} />
        <KeepField {...given} />
        <LanField {...given} />
      </section>
      <div class="open-submit">
        <button type="submit" class="button main" aria-disabled={busy}>
          {t('classTeacher.open.submit')}
        </button>
        <p role="status">{busy && t('classTeacher.open.opening')}</p>
        {problem !== '' && (
          <p role="alert" class="open-fault">
            {problem}
          </p>
        )}
      </div>
    </form>
  );
}
