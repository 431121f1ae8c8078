import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { readTypedCode, type TypedCode } from '../../../../app/classroom/typedCode.ts';
import { Icon, type IconName } from '../../../icons.tsx';
import { t } from '../studentWords.ts';

interface CodeFormProps {
  readonly label: string;
  readonly hint: string;
  /** What is said when nothing was typed. */
  readonly empty: string;
  /** Signs of a whole code. */
  readonly length: number;
  readonly button: string;
  readonly icon: IconName;
  /** The field has the focus as soon as it stands. */
  readonly takesFocus?: boolean;
  readonly busy: boolean;
  /** Why the last code that was sent did not do, or ''. */
  readonly problem?: string;
  readonly first?: string;
  readonly send: (code: string) => void;
}

/** A field for a code, which says what is wrong with it before anything is sent. */
export function CodeForm(props: CodeFormProps): VNode {
  const { label, hint, length, button, icon, busy, problem = '', first = '', send } = props;
  const [text, setText] = useState(first);
  const [fault, setFault] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useFirstFocus(field, props.takesFocus === true);
  const said = fault || problem;
  const submit = (event: Event): void => {
    event.preventDefault();
    const typed = readTypedCode(text, length);
    setFault(faultText(typed, length, props.empty));
    if (typed.problem) field.current?.focus();
    else send(typed.code);
  };
  return (
    <form class="code-form" onSubmit={submit} noValidate>
      <label for={id}>{label}</label>
      <div class="code-row">
        <input
          id={id}
          ref={field}
          class="number"
          type="text"
          inputMode="text"
          autocomplete="off"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          maxLength={200}
          value={text}
          aria-invalid={said !== ''}
          aria-describedby={`${id}-hint ${id}-said`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button main" disabled={busy}>
          <Icon name={icon} size={22} />
          {button}
        </button>
      </div>
      <p id={`${id}-hint`} class="quiet">
        {hint}
      </p>
      <p id={`${id}-said`} class="code-said" role="alert">
        {said}
      </p>
    </form>
  );
}

/** A page that opens puts the focus on its heading; this field comes after it. */
function useFirstFocus(field: { readonly current: HTMLInputElement | null }, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => field.current?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
}

/** What is wrong with a code as it was typed, in one sentence; '' when nothing is. */
export function faultText({ code, problem, wrong }: TypedCode, length: number, empty: string): string {
  if (problem === null) return '';
  if (problem === 'empty') return empty;
  if (problem === 'sign') return t('classStudent.code.sign', { signs: eitherText(wrong) });
  if (problem === 'short') return t('classStudent.code.short', { count: length - code.length });
  return t('classStudent.code.long', { length });
}

/** "O", "O or 0", "O, 0 or 1". */
function eitherText(signs: readonly string[]): string {
  const last = signs.at(-1) ?? '';
  const first = signs.slice(0, -1).join(', ');
  return first === '' ? last : t('classStudent.code.and', { first, last });
}
