import type { VNode } from 'preact';
import { useDebrief } from '../../appContext.ts';
import { levelText } from '../words.ts';
import { t } from './words.ts';

/** The game looked back at: what mattered, by how much, and where to try again. */
export function DebriefPage(): VNode | null {
  const subject = useDebrief((state) => state.subject);
  if (!subject) return null;
  return (
    <main class="debrief">
      <h1>
        {levelText(subject.level).title} <small>{t('debrief.page.name')}</small>
      </h1>
    </main>
  );
}
