import type { VNode } from 'preact';
import type { RoomFacts } from '../../../../schema/classroom/room.ts';
import { useApp } from '../../../appContext.ts';
import { inLanguage, levelText } from '../../words.ts';
import { t } from '../studentWords.ts';

interface RoomBriefingProps {
  readonly room: RoomFacts;
  /** Behind its heading, once the room has started. */
  readonly folded?: boolean;
}

/** What is known of the patient before the clock starts. */
export function RoomBriefing({ room, folded = false }: RoomBriefingProps): VNode | null {
  const level = useApp((state) => state.levels.find(({ id }) => id === room.level.id));
  if (!level) return null;
  const { title, subtitle, briefing } = levelText(level);
  const words = (
    <>
      <p>
        <b>{title}.</b> <span class="quiet">{subtitle}</span>
      </p>
      <p class="lead">{briefing}</p>
      <p>{t(`page.mode.${room.mode}About`)}</p>
      {level.objectives.length > 0 && (
        <>
          <h3>{t('page.briefing.objectives')}</h3>
          <ul class="objectives">
            {level.objectives.map(({ id, text }) => (
              <li key={id}>{inLanguage(text)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
  if (folded)
    return (
      <details class="class-briefing panel">
        <summary>{t('classStudent.seat.briefing')}</summary>
        {words}
      </details>
    );
  return (
    <section class="class-briefing panel" aria-labelledby="briefing-heading">
      <h2 id="briefing-heading">{t('classStudent.seat.briefing')}</h2>
      {words}
    </section>
  );
}
