import type { VNode } from 'preact';
import { useClass, useClassActions } from '../../../appContext.ts';
import { t } from '../studentWords.ts';
import { CodeForm } from './codeForm.tsx';

const SIGNS = 6;

/** The way into a room for whoever was told its code. */
export function JoinForm(): VNode {
  const { go, findRoom } = useClassActions();
  const place = useClass((state) => state.place);
  const busy = useClass((state) => state.busy);
  const problem = useClass((state) => state.problem);
  const send = (code: string): void => {
    // A code that stands in the address already was looked for in vain.
    if (place.part === 'join' && place.code === code) void findRoom(code);
    else go({ part: 'join', code });
  };
  return (
    <section class="class-join panel" aria-labelledby="join-heading">
      <h2 id="join-heading">{t('classStudent.code.heading')}</h2>
      <CodeForm
        label={t('classStudent.code.label')}
        hint={t('classStudent.code.hint')}
        empty={t('classStudent.code.empty')}
        length={SIGNS}
        button={t('classStudent.code.find')}
        icon="student"
        takesFocus
        busy={busy}
        problem={problem}
        first={place.part === 'join' ? place.code : ''}
        send={send}
      />
    </section>
  );
}
