import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { t } from '../mapWords.ts';

/** How logs come in: dropped, chosen or pasted. A drop is taken anywhere on the page, see logDrop.tsx. */
export function Intake({ isEmpty }: { readonly isEmpty: boolean }): VNode {
  const { clearFiles } = useClassActions();
  return (
    <section class="files-intake">
      <div class="panel files-drop">
        <Icon name="log" size={36} />
        <p>
          <b>{t('classMap.files.drop')}</b>
          <small class="quiet">{t('classMap.files.dropHint')}</small>
        </p>
        <div class="files-buttons">
          <ChooseButton isMain={isEmpty} />
          {!isEmpty && (
            <button type="button" class="button danger" onClick={clearFiles}>
              {t('classMap.files.clear')}
            </button>
          )}
        </div>
      </div>
      <Links />
    </section>
  );
}

function ChooseButton({ isMain }: { readonly isMain: boolean }): VNode {
  const { addFiles } = useClassActions();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={isMain ? 'button main' : 'button'} onClick={() => input.current?.click()}>
        <Icon name="open" size={20} />
        {t('classMap.files.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,.zip,application/json,application/zip"
        class="unseen"
        tabIndex={-1}
        aria-label={t('classMap.files.choose')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same files may be chosen again.
          currentTarget.value = '';
          if (files.length > 0) void addFiles(files);
        }}
      />
    </>
  );
}

function Links(): VNode {
  const { addLinks } = useClassActions();
  const [text, setText] = useState('');
  const id = useId();
  return (
    <form
      class="panel files-links"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        setText('');
        void addLinks(text);
      }}
    >
      <label for={id}>{t('classMap.files.links')}</label>
      <textarea
        id={id}
        rows={3}
        value={text}
        aria-describedby={`${id}-hint`}
        spellcheck={false}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div class="files-links-foot">
        <small class="quiet" id={`${id}-hint`}>
          {t('classMap.files.linksHint')}
        </small>
        <button type="submit" class="button small">
          {t('classMap.files.addLinks')}
        </button>
      </div>
    </form>
  );
}
