import type { VNode } from 'preact';
import { useClass, useClassActions } from '../../../appContext.ts';
import { t } from '../studentWords.ts';
import { CodeForm } from './codeForm.tsx';

const SIGNS = 8;

interface MoveFormProps {
  /** Code of the room. */
  readonly code: string;
  readonly problem: string;
  readonly asks: () => void;
}

/** For whoever has a seat in the room, on a device that is no longer at hand. */
export function MoveForm({ code, problem, asks }: MoveFormProps): VNode {
  const { takeOverSeat } = useClassActions();
  const busy = useClass((state) => state.busy);
  const send = (move: string): void => {
    asks();
    void takeOverSeat(code, move);
  };
  return (
    <details class="class-move">
      <summary>{t('classStudent.move.ask')}</summary>
      <CodeForm
        label={t('classStudent.move.label')}
        hint={t('classStudent.move.hint')}
        empty={t('classStudent.move.empty')}
        length={SIGNS}
        button={t('classStudent.move.take')}
        icon="student"
        busy={busy}
        problem={problem}
        send={send}
      />
    </details>
  );
}
