import './storedFacts.css';
import type { VNode } from 'preact';
import { t } from '../studentWords.ts';

const FACTS = ['storedServer', 'storedBrowser', 'storedSeen', 'storedUntil', 'storedWho'] as const;

/** What docs/privacy.md says, in five sentences, for those who are about to join. */
export function StoredFacts(): VNode {
  return (
    <details class="class-stored">
      <summary>{t('classStudent.doors.stored')}</summary>
      <ul>
        {FACTS.map((fact) => (
          <li key={fact}>{t(`classStudent.doors.${fact}`)}</li>
        ))}
      </ul>
    </details>
  );
}
