import type { VNode } from 'preact';
import { Section } from './parts.tsx';
import { t } from './words.ts';

const SIMPLIFIED = [
  'identify',
  'volunteers',
  'lumped',
  'lacking',
  'bacteria',
  'fast',
  'slow',
  'readings',
  'mortality',
] as const;
const CONTESTED = [
  'definition',
  'leisman',
  'single',
  'shock',
  'delay',
  'release',
  'carT',
  'clearance',
  'cause',
] as const;

/** What a reader must know before believing any of it. */
export function LimitsSection(): VNode {
  return (
    <Section id="limits">
      <h3>{t('model.limits.simplified')}</h3>
      <ul>
        {SIMPLIFIED.map((key) => (
          <li key={key}>{t(`model.limits.simplifiedList.${key}`)}</li>
        ))}
      </ul>
      <h3>{t('model.limits.contested')}</h3>
      <ul>
        {CONTESTED.map((key) => (
          <li key={key}>{t(`model.limits.contestedList.${key}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
