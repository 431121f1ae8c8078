import type { VNode } from 'preact';
import { t } from '../../../classroom/words.ts';

/** Everything of the class. */
export function ClassPage(): VNode {
  return (
    <main class="reading">
      <h1>{t('class.title')}</h1>
    </main>
  );
}
