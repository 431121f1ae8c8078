import '../class.css';
import type { VNode } from 'preact';
import { useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { ClassHead } from '../doors/classHead.tsx';
import { t } from '../studentWords.ts';
import { laterText } from './seatState.tsx';

/** In the place of what must not be seen before the room is closed. */
export function SealedPage(): VNode | null {
  const room = useClass(({ student }) => student?.view.room ?? null);
  const { go } = useClassActions();
  if (!room) return null;
  return (
    <main class="class-page reading">
      <ClassHead />
      <section class="panel">
        <h1>{t('classStudent.sealed.heading')}</h1>
        <p class="lead">{laterText(room)}</p>
        <button type="button" class="button main" onClick={() => go({ part: 'seat', code: '' })}>
          <Icon name="student" size={22} />
          {t('classStudent.end.room')}
        </button>
      </section>
    </main>
  );
}
