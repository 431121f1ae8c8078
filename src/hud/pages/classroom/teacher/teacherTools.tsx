import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import { useClassActions } from '../../../appContext.ts';
import { CopyByHand, useCopy } from '../../../copyByHand.tsx';
import { Icon } from '../../../icons.tsx';
import { ExportButtons } from '../exportButtons.tsx';
import { keptText } from '../keptText.ts';
import { t } from '../teacherWords.ts';
import { DetailsButton } from './detailsDialog.tsx';
import { useSure } from './useSure.ts';

/** What a teacher needs now and then, shut while the class looks at the wall. */
export function TeacherTools({ teacher }: { readonly teacher: TeacherState }): VNode {
  const { room } = teacher.view;
  const { changeRoom } = useClassActions();
  return (
    <details class="panel room-tools">
      <summary>{t('classTeacher.tools.heading')}</summary>
      <div class="room-tools-parts">
        <section class="tools-part">
          <button
            type="button"
            class="button"
            onClick={() => void changeRoom({ hideNames: !room.hideNames })}
          >
            {t(room.hideNames ? 'classTeacher.tools.showNames' : 'classTeacher.tools.hideNames')}
          </button>
          <DetailsButton view={teacher.view} />
          <p class="quiet">{t('classTeacher.tools.detailsAbout')}</p>
        </section>
        <Saving view={teacher.view} />
        <SecretLink />
        <TheEnd room={room} />
      </div>
    </details>
  );
}

function Saving({ view }: Pick<TeacherState, 'view'>): VNode {
  const { sendStatements } = useClassActions();
  const isEmpty = view.rows.every(({ result }) => result === null);
  return (
    <section class="tools-part" aria-labelledby="tools-save">
      <h3 id="tools-save">{t('classTeacher.tools.save')}</h3>
      {isEmpty ? (
        <p class="quiet">{t('classTeacher.tools.saveEmpty')}</p>
      ) : (
        <ExportButtons hideNames={view.room.hideNames} />
      )}
      {view.recordStore && !isEmpty && (
        <button type="button" class="button small" onClick={() => void sendStatements()}>
          {t('classTeacher.tools.send')}
        </button>
      )}
    </section>
  );
}

/** The secret link: copied unseen; where the browser does not let the page copy, shown only when asked for once more. */
function SecretLink(): VNode {
  const { teacherLink } = useClassActions();
  const { copying, copy } = useCopy();
  const [isShown, setShown] = useState(false);
  return (
    <section class="tools-part" aria-labelledby="tools-link">
      <h3 id="tools-link">{t('classTeacher.tools.link')}</h3>
      <p class="quiet">{t('classTeacher.tools.linkAbout')}</p>
      <button type="button" class="button" onClick={() => void copy(teacherLink())}>
        <Icon name="link" size={20} />
        {t('classTeacher.tools.linkCopy')}
      </button>
      <div role="status">
        {copying === 'done' && <p class="copied">{t('classTeacher.tools.linkCopied')}</p>}
        {copying === 'by hand' && <p>{t('classTeacher.tools.linkByHand')}</p>}
      </div>
      {copying === 'by hand' && (
        <button type="button" class="button small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'classTeacher.tools.linkHide' : 'classTeacher.tools.linkShow')}
        </button>
      )}
      {copying === 'by hand' && isShown && (
        <CopyByHand label={t('classTeacher.tools.linkField')} text={teacherLink()} />
      )}
    </section>
  );
}

/** When everything ends by itself, and the way to end it now. */
function TheEnd({ room }: Pick<TeacherState['view'], 'room'>): VNode {
  const { removeRoom } = useClassActions();
  const { asked, press } = useSure<'remove'>();
  const isSure = asked === 'remove';
  return (
    <section class="tools-part" aria-labelledby="tools-end">
      <h3 id="tools-end">{t('classTeacher.tools.end')}</h3>
      <p>
        {keptText(room)} <span class="quiet">{t('classTeacher.tools.expiresAbout')}</span>
      </p>
      <button
        type="button"
        class={isSure ? 'button danger' : 'button'}
        data-sure="remove"
        onClick={(event) => press('remove', () => void removeRoom(), event)}
      >
        <Icon name="close" size={18} />
        {t(isSure ? 'classTeacher.tools.removeSure' : 'classTeacher.tools.remove')}
      </button>
      <p role="status">{isSure && t('classTeacher.tools.removeAbout')}</p>
    </section>
  );
}
