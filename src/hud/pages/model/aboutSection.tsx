import type { VNode } from 'preact';
import { EVIDENCE, MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import { Section } from './parts.tsx';
import { t } from './words.ts';

/** What the model is, in four sentences, and how much of it is whose. */
export function AboutSection(): VNode {
  const { species, rules, parameters, version, hash } = MODEL_DOCUMENT;
  const count = (origin: string) => parameters.filter((parameter) => parameter.origin === origin).length;
  const isStale = EVIDENCE.version !== version || EVIDENCE.hash !== hash;
  return (
    <Section id="about">
      <p class="lead">{t('model.about.lead', { species: species.length })}</p>
      <p>
        <b>{t('model.about.warning')}</b>
      </p>
      <p>
        {t('model.about.counts', {
          species: species.length,
          rules: rules.length,
          parameters: parameters.length,
          published: count('published'),
          recalled: count('recalled'),
          own: count('model'),
        })}
      </p>
      <p class="quiet">
        {t('model.about.version', { version, hash })}{' '}
        {isStale && t('model.about.stale', { version: EVIDENCE.version, hash: EVIDENCE.hash })}
      </p>
    </Section>
  );
}
