import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { nameText } from '../boardWords.ts';
import { t } from '../studentWords.ts';
import { groupedCode } from '../teacher/momentWords.ts';

/** Somebody opens a room in which this browser has a seat: the same student, or the next one at this device. */
export function WhoIsHere(): VNode | null {
  const seat = useClass(({ student }) => student?.own.name ?? null);
  const code = useClass(({ student }) => student?.view.room.code ?? '');
  const busy = useClass((state) => state.busy);
  const problem = useClass((state) => state.problem);
  const { go, findRoom } = useClassActions();
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A page that opens puts the focus on its heading first.
    const timer = setTimeout(() => main.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  if (seat === null) return null;
  const name = nameText(seat);
  return (
    <section class="class-door panel" aria-labelledby="here-heading">
      <p class="quiet">{t('classStudent.door.heading', { code: groupedCode(code) })}</p>
      <h1 id="here-heading">{t('classStudent.here.heading', { name })}</h1>
      <div class="class-buttons">
        <button type="button" class="button main" ref={main} onClick={() => go({ part: 'seat', code: '' })}>
          <Icon name="play" size={22} />
          {t('classStudent.here.goOn', { name })}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => void findRoom(code)}>
          <Icon name="student" size={22} />
          {t('classStudent.here.other')}
        </button>
      </div>
      <p class="quiet">{t('classStudent.here.otherAbout', { name })}</p>
      <p class="code-said" role="alert">
        {problem}
      </p>
    </section>
  );
}
