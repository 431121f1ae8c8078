import type { VNode } from 'preact';
import { MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import type { DocumentChange, DocumentTrigger } from '../../../model/document.ts';
import { elementId, triggerPlace } from './lookup.ts';
import { numberText, unitText } from './numbers.ts';
import { Scrolls, Section } from './parts.tsx';
import { PLOTS_OF_TRIGGER, Plots } from './plots.tsx';
import { t } from './words.ts';

/** The illnesses: what each of them changes, and its course. */
export function TriggerSection(): VNode {
  return (
    <Section id="triggers">
      <p>{t('model.triggers.about')}</p>
      {MODEL_DOCUMENT.triggers.map((trigger) => (
        <Trigger key={trigger.id} trigger={trigger} />
      ))}
    </Section>
  );
}

function Trigger({ trigger }: { readonly trigger: DocumentTrigger }): VNode {
  const { id, name, plain, clinician, parameters, initial } = trigger;
  const changes = [...initial, ...parameters];
  return (
    <article class="trigger">
      <h3 id={elementId(triggerPlace(id))} tabIndex={-1}>
        {name}
      </h3>
      <p>{plain}</p>
      {clinician !== '' && (
        <p class="quiet">
          <b>{t('model.equations.clinicians')}</b> {clinician}
        </p>
      )}
      {changes.length === 0 ? (
        <p class="quiet">{t('model.triggers.none')}</p>
      ) : (
        <details class="fold">
          <summary>{t('model.triggers.changes', { name })}</summary>
          <Changes name={name} changes={changes} />
        </details>
      )}
      <Plots names={PLOTS_OF_TRIGGER[id] ?? []} />
    </article>
  );
}

interface ChangesProps {
  readonly name: string;
  readonly changes: readonly DocumentChange[];
}

function Changes({ name, changes }: ChangesProps): VNode {
  return (
    <Scrolls label={t('model.triggers.changes', { name })}>
      <table>
        <thead>
          <tr>
            {(['what', 'health', 'here', 'unit'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`model.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ id, name: what, unit, value, usual }) => (
            <tr key={id}>
              <th scope="row">
                {what} <small class="number">{id}</small>
              </th>
              <td class="number">{numberText(usual)}</td>
              <td class="number">{numberText(value)}</td>
              <td>{unitText(unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}
