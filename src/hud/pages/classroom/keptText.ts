import type { RoomFacts } from '../../../schema/classroom/room.ts';
import { t } from './boardWords.ts';
import { dateText } from './teacher/momentWords.ts';

/** How long what is in a room is kept: the same sentence for its teacher and its students, whatever the room's state. */
export function keptText({
  state,
  kind,
  keepDays,
  expiresAt,
}: Pick<RoomFacts, 'state' | 'kind' | 'keepDays' | 'expiresAt'>): string {
  const values = { date: dateText(expiresAt), days: t('classBoard.kept.days', { count: keepDays }) };
  if (state === 'open' && kind === 'until') return t('classBoard.kept.until', values);
  return t(`classBoard.kept.${state}`, values);
}
