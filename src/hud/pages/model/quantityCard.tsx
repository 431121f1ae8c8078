import type { VNode } from 'preact';
import type { DocumentParameter } from '../../../model/document.ts';
import { elementId, originLabel, parameterOf, type Quantity, quantityOf, sourceText } from './lookup.ts';
import { amountText, numberText, unitText } from './numbers.ts';
import { Equation, Inline, PlaceLink, Scrolls } from './parts.tsx';
import { t } from './words.ts';

/** One amount or computed quantity: words, equation, and what every symbol of it means. */
export function QuantityCard({ quantity }: { readonly quantity: Quantity }): VNode {
  const { id, name, unit, plain, clinician, symbol, equation } = quantity;
  const isSet = 'changes' in quantity && quantity.changes === 'command';
  return (
    <article class="quantity">
      <h5 id={elementId(id)} tabIndex={-1}>
        <Inline formula={symbol} /> {name}
        {unit !== '1' && <small> {unitText(unit)}</small>}
      </h5>
      <p>{plain}</p>
      {clinician !== '' && (
        <p class="quiet">
          <b>{t('model.equations.clinicians')}</b> {clinician}
        </p>
      )}
      {isSet ? <p>{t('model.equations.command')}</p> : <Equation formula={equation} name={name} />}
      {'value' in quantity && (
        <p class="quiet">{t('model.equations.health', { value: amountText(quantity.value, unit) })}</p>
      )}
      {!isSet && <Symbols quantity={quantity} />}
      <UsedBy quantity={quantity} />
    </article>
  );
}

function UsedBy({ quantity: { usedBy } }: { readonly quantity: Quantity }): VNode | null {
  const users = usedBy.flatMap((id) => quantityOf(id) ?? []);
  if (users.length === 0) return null;
  return (
    <p class="quiet used-by">
      {t('model.equations.names')}:{' '}
      {users.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <PlaceLink at={id}>{name}</PlaceLink>
        </span>
      ))}
    </p>
  );
}

function Symbols({ quantity }: { readonly quantity: Quantity }): VNode | null {
  const { name, uses } = quantity;
  const named = [...uses.species, ...uses.rules].flatMap((id) => quantityOf(id) ?? []);
  const parameters = uses.parameters.flatMap((id) => parameterOf(id) ?? []);
  const count = named.length + parameters.length;
  if (count === 0) return null;
  return (
    <details class="fold symbols">
      <summary>{t('model.equations.symbols', { count })}</summary>
      <Scrolls label={name}>
        <table>
          <thead>
            <tr>
              {(['symbol', 'what', 'value', 'unit', 'origin'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`model.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parameters.map((parameter) => (
              <ParameterRow key={parameter.id} parameter={parameter} />
            ))}
            {named.map((other) => (
              <NamedRow key={other.id} quantity={other} />
            ))}
          </tbody>
        </table>
      </Scrolls>
    </details>
  );
}

function NamedRow({ quantity }: { readonly quantity: Quantity }): VNode {
  const { id, name, unit, symbol } = quantity;
  return (
    <tr>
      <td>
        <Inline formula={symbol} />
      </td>
      <th scope="row">
        <PlaceLink at={id} class="in-table">
          {name}
        </PlaceLink>
      </th>
      <td />
      <td>{unitText(unit)}</td>
      <td>{t('changes' in quantity ? 'model.kind.species' : 'model.kind.rule')}</td>
    </tr>
  );
}

function ParameterRow({ parameter }: { readonly parameter: DocumentParameter }): VNode {
  const { name, value, unit, origin, source, symbol } = parameter;
  return (
    <tr>
      <td>
        <Inline formula={symbol} />
      </td>
      <th scope="row">{name}</th>
      <td class="number">{numberText(value)}</td>
      <td>{unitText(unit)}</td>
      <td>
        <Origin origin={origin} source={source} />
      </td>
    </tr>
  );
}

/** Where a value comes from; an unconfirmed one is marked, and this model's own need no source. */
export function Origin({ origin, source }: Pick<DocumentParameter, 'origin' | 'source'>): VNode {
  return (
    <>
      <b class={`origin origin-${origin}`}>{originLabel(origin)}</b>
      {origin !== 'model' && <small> {sourceText(source)}</small>}
    </>
  );
}
