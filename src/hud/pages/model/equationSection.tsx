import type { VNode } from 'preact';
import { MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import type { DocumentGroup } from '../../../model/document.ts';
import { elementId, groupPlace, type Quantity } from './lookup.ts';
import { Inline, Section } from './parts.tsx';
import { QuantityCard } from './quantityCard.tsx';
import { t } from './words.ts';

interface OpenGroups {
  readonly open: ReadonlySet<string>;
  readonly setOpen: (groups: ReadonlySet<string>) => void;
}

/** Every equation, process by process. A process is written out when it is unfolded. */
export function EquationSection({ open, setOpen }: OpenGroups): VNode {
  const { groups } = MODEL_DOCUMENT;
  const areAllOpen = open.size === groups.length;
  const toggle = (id: string, isOpen: boolean): void => {
    if (open.has(id) === isOpen) return;
    setOpen(new Set(isOpen ? [...open, id] : [...open].filter((other) => other !== id)));
  };
  return (
    <Section id="equations">
      <p>{t('model.equations.about')}</p>
      <Notation />
      <button
        type="button"
        class="button small"
        onClick={() => setOpen(new Set(areAllOpen ? [] : groups.map(({ id }) => id)))}
      >
        {t(areAllOpen ? 'model.equations.closeAll' : 'model.equations.openAll')}
      </button>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          isOpen={open.has(group.id)}
          toggle={(isOpen) => toggle(group.id, isOpen)}
        />
      ))}
    </Section>
  );
}

function Notation(): VNode {
  return (
    <details class="fold">
      <summary>{t('model.equations.notation')}</summary>
      <dl class="notation">
        {MODEL_DOCUMENT.notation.map(({ formula, meaning }) => (
          <div key={formula.tex}>
            <dt>
              <Inline formula={formula} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface GroupProps {
  readonly group: DocumentGroup;
  readonly isOpen: boolean;
  readonly toggle: (isOpen: boolean) => void;
}

function Group({ group: { id, title, plain, clinician }, isOpen, toggle }: GroupProps): VNode {
  const belongs = (quantity: Quantity): boolean => quantity.group === id;
  const species = MODEL_DOCUMENT.species.filter(belongs);
  const rules = MODEL_DOCUMENT.rules.filter(belongs);
  return (
    <details class="fold process" open={isOpen} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary id={elementId(groupPlace(id))}>
        <h3>{title}</h3>
        <small>{t('model.map.equations', { count: species.length + rules.length })}</small>
      </summary>
      {isOpen && (
        <>
          <p>{plain}</p>
          <p class="quiet">
            <b>{t('model.equations.clinicians')}</b> {clinician}
          </p>
          <Cards heading={t('model.equations.moving')} quantities={species} />
          <Cards heading={t('model.equations.computed')} quantities={rules} />
        </>
      )}
    </details>
  );
}

interface CardsProps {
  readonly heading: string;
  readonly quantities: readonly Quantity[];
}

function Cards({ heading, quantities }: CardsProps): VNode | null {
  if (quantities.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      {quantities.map((quantity) => (
        <QuantityCard key={quantity.id} quantity={quantity} />
      ))}
    </>
  );
}
