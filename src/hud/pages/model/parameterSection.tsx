import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import type { DocumentParameter } from '../../../model/document.ts';
import { elementId, parameterHolds, quantityOf } from './lookup.ts';
import { numberText, unitText } from './numbers.ts';
import { Inline, PlaceLink, Scrolls, Section } from './parts.tsx';
import { Origin } from './quantityCard.tsx';
import { t } from './words.ts';

const ANY = 'any';

/** Every parameter in one table, to be filtered. */
export function ParameterSection(): VNode {
  const { parameters, origins } = MODEL_DOCUMENT;
  const [text, setText] = useState('');
  const [origin, setOrigin] = useState(ANY);
  const shown = parameters.filter(
    (parameter) => (origin === ANY || parameter.origin === origin) && parameterHolds(parameter, text),
  );
  return (
    <Section id="parameters">
      <p>{t('model.parameters.about', { count: parameters.length })}</p>
      <div class="model-filter">
        <label>
          <span>{t('model.parameters.filter')}</span>
          <input
            type="search"
            value={text}
            placeholder={t('model.parameters.filterHint')}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <label>
          <span>{t('model.parameters.origin')}</span>
          <select value={origin} onChange={(event) => setOrigin(event.currentTarget.value)}>
            <option value={ANY}>{t('model.parameters.all')}</option>
            {origins.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <p class="quiet" role="status">
          {t('model.parameters.found', { count: shown.length, all: parameters.length })}
        </p>
      </div>
      <Origins />
      <Table parameters={shown} />
    </Section>
  );
}

function Origins(): VNode {
  return (
    <details class="fold">
      <summary>{t('model.parameters.origins')}</summary>
      <dl class="notation">
        {MODEL_DOCUMENT.origins.map(({ id, label, meaning }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Table({ parameters }: { readonly parameters: readonly DocumentParameter[] }): VNode {
  return (
    <Scrolls label={t('model.parameters.table')} class="tall">
      <table class="parameter-table">
        <caption class="unseen">{t('model.parameters.table')}</caption>
        <thead>
          <tr>
            {(['symbol', 'what', 'value', 'unit', 'origin', 'usedBy'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`model.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <Row key={parameter.id} parameter={parameter} />
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function Row({ parameter }: { readonly parameter: DocumentParameter }): VNode {
  const { id, name, value, unit, origin, source, symbol, usedBy } = parameter;
  return (
    <tr id={elementId(id)} tabIndex={-1}>
      <td>
        <Inline formula={symbol} />
      </td>
      <th scope="row">
        {name} <small class="number">{id}</small>
      </th>
      <td class="number">{numberText(value)}</td>
      <td>{unitText(unit)}</td>
      <td>
        <Origin origin={origin} source={source} />
      </td>
      <td class="users">
        {usedBy.map((user) => (
          <PlaceLink key={user} at={user} class="in-table">
            {quantityOf(user)?.name ?? user}
          </PlaceLink>
        ))}
      </td>
    </tr>
  );
}
