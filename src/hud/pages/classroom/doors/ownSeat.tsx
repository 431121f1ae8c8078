import type { VNode } from 'preact';
import { useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { nameText } from '../boardWords.ts';
import { t } from '../studentWords.ts';

/** The seat that this browser has, to go back to; nothing without one. */
export function OwnSeatDoor(): VNode | null {
  const name = useClass(({ student }) => student?.own.name ?? null);
  const code = useClass(({ student }) => student?.view.room.code ?? '');
  const { go } = useClassActions();
  if (name === null) return null;
  return (
    <section class="class-own panel" aria-labelledby="own-heading">
      <div>
        <h2 id="own-heading">{t('classStudent.doors.seat')}</h2>
        <p>{t('classStudent.doors.seatFacts', { name: nameText(name), code })}</p>
      </div>
      <button type="button" class="button main" onClick={() => go({ part: 'seat', code: '' })}>
        <Icon name="student" size={22} />
        {t('classStudent.doors.seatBack')}
      </button>
    </section>
  );
}
