import type { TargetedSubmitEvent, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../../app/branches/words.ts';

/** Characters of a name at most; the schema of the file has the same limit. */
const LONGEST = 60;

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  /** False when the name cannot be kept. */
  readonly rename: (name: string) => Promise<boolean>;
}

/** A name in a field, kept with Enter or the button. */
export function NameForm({ label, name, rename }: NameFormProps): VNode {
  const [said, setSaid] = useState<'' | 'kept' | 'refused'>('');
  const id = useId();
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('name');
    if (field instanceof HTMLInputElement) setSaid((await rename(field.value)) ? 'kept' : 'refused');
  };
  return (
    <form class="name-form" onSubmit={(event) => void submit(event)}>
      <label for={id}>{label}</label>
      <div class="name-form-row">
        <input
          id={id}
          name="name"
          type="text"
          defaultValue={name}
          maxLength={LONGEST}
          autocomplete="off"
          spellcheck={false}
          onInput={() => setSaid('')}
        />
        <button type="submit" class="button small">
          {t('branches.page.rename')}
        </button>
      </div>
      <p role="status">{said !== '' && t(`branches.page.${said}`)}</p>
    </form>
  );
}
