import type { VNode } from 'preact';
import { MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import type { DocumentDrug } from '../../../model/document.ts';
import { drugPlace, elementId, quantityOf, sourceText } from './lookup.ts';
import { numberText, unitText } from './numbers.ts';
import { PlaceLink, Section } from './parts.tsx';
import { t } from './words.ts';

const FACTS = ['usual', 'kinetics', 'effect', 'cost', 'interactions'] as const;

/** The drugs: dose, kinetics, effect, cost, interactions. */
export function DrugSection(): VNode {
  return (
    <Section id="drugs">
      <p>{t('model.drugs.about')}</p>
      <div class="drugs">
        {MODEL_DOCUMENT.drugs.map((drug) => (
          <Drug key={drug.treatment} drug={drug} />
        ))}
      </div>
    </Section>
  );
}

function Drug({ drug }: { readonly drug: DocumentDrug }): VNode {
  const { treatment, name, unit, species, factor, sources } = drug;
  const sourced = sources.filter((source) => source !== 'model');
  return (
    <article class="drug">
      <h3 id={elementId(drugPlace(treatment))} tabIndex={-1}>
        {name}
      </h3>
      <dl>
        {FACTS.filter((fact) => drug[fact] !== '').map((fact) => (
          <div key={fact}>
            <dt>{t(`model.drugs.${fact}`)}</dt>
            <dd>{drug[fact]}</dd>
          </div>
        ))}
        {sourced.length > 0 && (
          <div>
            <dt>{t('model.drugs.sources')}</dt>
            <dd>{sourced.map(sourceText).join(' · ')}</dd>
          </div>
        )}
      </dl>
      <p class="quiet used-by">
        {t('model.drugs.dose', {
          unit: unitText(unit),
          factor: `${numberText(factor)} ${unitText(quantityOf(species)?.unit ?? '1')}`.trim(),
        })}{' '}
        <PlaceLink at={species}>{quantityOf(species)?.name ?? species}</PlaceLink>
      </p>
    </article>
  );
}
