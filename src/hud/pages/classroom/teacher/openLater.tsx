/** The later fields of a new room: pace, how long it is kept, and who may reach it. */
import type { VNode } from 'preact';
import { t } from '../teacherWords.ts';
import { Choice } from './choice.tsx';
import { dateText } from './momentWords.ts';
import { deletedAt, KEEP_DAYS, PACES } from './openFields.ts';
import type { FieldProps } from './openFirst.tsx';
import { PaceWord } from './paceWord.tsx';

/** Pace of everybody's clock. */
export function PaceField({ fields, set }: FieldProps): VNode {
  return (
    <fieldset class="open-field">
      <legend>{t('classTeacher.open.pace')}</legend>
      <div class="open-choices">
        {PACES.map((pace) => (
          <Choice
            key={pace}
            name="pace"
            value={pace}
            chosen={fields.pace === pace}
            choose={(chosen) => set({ pace: chosen })}
          >
            <PaceWord pace={pace} />
          </Choice>
        ))}
      </div>
      <p class="quiet">{t('classTeacher.open.paceAbout')}</p>
    </fieldset>
  );
}

/** How long everything is kept, and the sentence what that means. */
export function KeepField({ fields, set, now }: FieldProps): VNode {
  const days = t('classTeacher.open.days', { count: fields.keepDays });
  const date = deletedAt(fields, now);
  return (
    <fieldset class="open-field">
      <legend>{t('classTeacher.open.keep')}</legend>
      <div class="open-choices">
        {KEEP_DAYS.map((count) => (
          <Choice
            key={count}
            name="keep"
            value={count}
            chosen={fields.keepDays === count}
            choose={(chosen) => set({ keepDays: chosen })}
          >
            {t('classTeacher.open.days', { count })}
          </Choice>
        ))}
      </div>
      <p class="quiet">
        {date
          ? t('classTeacher.open.keepUntil', { days, date: dateText(date) })
          : t('classTeacher.open.keepLive', { days })}
      </p>
    </fieldset>
  );
}

/** Whether tablets of this network may come in. */
export function LanField({ fields, set }: FieldProps): VNode {
  return (
    <div class="open-field">
      <label class="class-choice">
        <input
          type="checkbox"
          name="lan"
          checked={fields.lan}
          aria-describedby="lan-about"
          onChange={(event) => set({ lan: event.currentTarget.checked })}
        />
        <span>{t('classTeacher.open.lan')}</span>
      </label>
      <p id="lan-about" class="quiet">
        {t('classTeacher.open.lanAbout')}
      </p>
    </div>
  );
}
