import type { VNode } from 'preact';
import { useActions, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { t } from '../studentWords.ts';

interface ClassHeadProps {
  /** Shows the way to the doors of the class too. */
  readonly doors?: boolean;
}

/** The way out of a page of the class, and what it is not for. */
export function ClassHead({ doors = false }: ClassHeadProps): VNode {
  const { openMenu } = useActions();
  const { go } = useClassActions();
  return (
    <header class="reading-head">
      <button type="button" class="button" onClick={openMenu}>
        <Icon name="back" size={20} />
        {t('classStudent.back')}
      </button>
      {doors && (
        <button type="button" class="button" onClick={() => go({ part: 'doors', code: '' })}>
          {t('classStudent.toDoors')}
        </button>
      )}
      <p class="reading-warning">{t('page.notClinical')}</p>
    </header>
  );
}
