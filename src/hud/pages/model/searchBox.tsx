import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { findPlaces, kindText } from './lookup.ts';
import { PlaceLink } from './parts.tsx';
import { t } from './words.ts';

/** Most places that are listed. */
const SHOWN = 8;

/** Finds a name or a symbol anywhere on the page. */
export function SearchBox(): VNode {
  const [text, setText] = useState('');
  const found = findPlaces(text);
  const shown = found.slice(0, SHOWN);
  return (
    <search class="model-search">
      <label>
        <span>{t('model.search.label')}</span>
        <input
          type="search"
          value={text}
          placeholder={t('model.search.hint')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="quiet" role="status">
        {text.trim() !== '' &&
          (found.length > SHOWN
            ? t('model.search.more', { shown: SHOWN, count: found.length })
            : t('model.search.found', { count: found.length }))}
      </p>
      {shown.length > 0 && (
        <ul class="model-found">
          {shown.map(({ id, kind, name }) => (
            <li key={id}>
              <PlaceLink at={id}>
                {name} <small>{kindText(kind)}</small>
              </PlaceLink>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
