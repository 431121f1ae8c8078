import type { VNode } from 'preact';
import { MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import type { DocumentGroup } from '../../../model/document.ts';
import { actsOn, groupPlace, placeOf } from './lookup.ts';
import { PlaceLink, Section } from './parts.tsx';
import { t } from './words.ts';

/** The processes, what each does in plain words, and which others it reaches. */
export function MapSection(): VNode {
  return (
    <Section id="map">
      <p>{t('model.map.about')}</p>
      <ul class="model-map">
        {MODEL_DOCUMENT.groups.map((group) => (
          <Process key={group.id} group={group} />
        ))}
      </ul>
    </Section>
  );
}

function Process({ group: { id, title, plain } }: { readonly group: DocumentGroup }): VNode {
  const reached = actsOn(id);
  return (
    <li class="model-process">
      <h3>
        <PlaceLink at={groupPlace(id)}>{title}</PlaceLink>
      </h3>
      <p>{plain}</p>
      <p class="quiet">
        {reached.length === 0 ? (
          t('model.map.shows')
        ) : (
          <>
            {t('model.map.acts')}:{' '}
            {reached.map((other) => placeOf(groupPlace(other))?.name ?? other).join(' · ')}
          </>
        )}
      </p>
    </li>
  );
}
