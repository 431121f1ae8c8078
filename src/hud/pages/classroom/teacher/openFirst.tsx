/** The first fields of a new room: what is played, how, and when. */
import type { VNode } from 'preact';
import type { Level, Mode } from '../../../../engine/types.ts';
import { useApp } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { LevelPicture } from '../../levelPicture.tsx';
import { levelText } from '../../words.ts';
import { t } from '../teacherWords.ts';
import { Choice } from './choice.tsx';
import { zoneAt } from './momentWords.ts';
import { LONGEST_ROOM_DAYS, localValue, type OpenFields, type UntilFault, withLevel } from './openFields.ts';

const HOURS_PER_DAY = 24;

export interface FieldProps {
  readonly fields: OpenFields;
  readonly set: (change: Partial<OpenFields>) => void;
  /** What is wrong with the date. */
  readonly fault: UntilFault | null;
  /** When the form was opened. */
  readonly now: Date;
}

/** Levels as pictures to choose from. */
export function LevelField({ fields, set }: FieldProps): VNode {
  const levels = useApp((state) => state.levels);
  return (
    <fieldset class="panel open-levels">
      <legend>{t('classTeacher.open.level')}</legend>
      <div class="open-level-cards">
        {levels.map((level) => (
          <LevelCard
            key={level.id}
            level={level}
            chosen={level.id === fields.level}
            choose={() => set(withLevel(fields, level))}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface LevelCardProps {
  readonly level: Level;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function LevelCard({ level, chosen, choose }: LevelCardProps): VNode {
  const { title, subtitle } = levelText(level);
  const days = Math.round(level.horizonHours / HOURS_PER_DAY);
  return (
    <label class="open-level">
      <LevelPicture levelId={level.id} />
      <span class="open-level-words">
        <input type="radio" name="level" value={level.id} checked={chosen} onChange={choose} />
        <span>
          <b>{title}</b>
          <small>
            {subtitle} ·{' '}
            {days > 2
              ? t('classTeacher.open.days', { count: days })
              : t('classTeacher.hours', { hours: level.horizonHours })}
          </small>
        </span>
      </span>
    </label>
  );
}

/** The views that the level has. */
export function ModeField({ fields, set }: FieldProps): VNode {
  const modes = useApp((state) => state.levels.find(({ id }) => id === fields.level)?.modes) ?? [];
  return (
    <fieldset class="open-field">
      <legend>{t('classTeacher.open.view')}</legend>
      <div class="open-choices">
        {modes.map((mode: Mode) => (
          <Choice
            key={mode}
            name="mode"
            value={mode}
            chosen={fields.mode === mode}
            choose={(chosen) => set({ mode: chosen })}
          >
            <Icon name={mode} size={20} />
            {t(`page.mode.${mode}`)}
          </Choice>
        ))}
      </div>
      <p class="quiet">{t(`page.mode.${fields.mode}About`)}</p>
    </fieldset>
  );
}

/** Live, or homework with its end. */
export function KindField(props: FieldProps): VNode {
  const { fields, set } = props;
  return (
    <fieldset class="open-field">
      <legend>{t('classTeacher.open.kind')}</legend>
      <div class="open-choices">
        <Choice name="kind" value="live" chosen={fields.kind === 'live'} choose={(kind) => set({ kind })}>
          {t('classTeacher.open.live')}
        </Choice>
        <Choice name="kind" value="until" chosen={fields.kind === 'until'} choose={(kind) => set({ kind })}>
          {t('classTeacher.open.homework')}
        </Choice>
      </div>
      <p class="quiet">
        {t(fields.kind === 'live' ? 'classTeacher.open.liveAbout' : 'classTeacher.open.homeworkAbout')}
      </p>
      {fields.kind === 'until' && <UntilField {...props} />}
    </fieldset>
  );
}

function UntilField({ fields, set, fault, now }: FieldProps): VNode {
  const moment = new Date(fields.until);
  const zone = zoneAt(Number.isNaN(moment.getTime()) ? now : moment);
  return (
    <div class="open-until">
      <label>
        <span>{t('classTeacher.open.until')}</span>
        <input
          type="datetime-local"
          name="until"
          required
          min={localValue(now)}
          value={fields.until}
          aria-invalid={fault !== null}
          aria-describedby="until-fault until-zone"
          onInput={(event) => set({ until: event.currentTarget.value })}
        />
      </label>
      <p id="until-fault" role="alert" class="open-fault">
        {fault && t(`classTeacher.open.${fault}`, { count: LONGEST_ROOM_DAYS })}
      </p>
      <p id="until-zone" class="quiet">
        {t('classTeacher.open.zone', { ...zone })}
      </p>
    </div>
  );
}

/** When students may read how it is done. */
export function HintsField({ fields, set }: FieldProps): VNode {
  return (
    <fieldset class="open-field">
      <legend>{t('classTeacher.open.hints')}</legend>
      <div class="open-choices">
        <Choice name="hints" value="on" chosen={fields.hints} choose={() => set({ hints: true })}>
          {t('classTeacher.open.hintsOn')}
        </Choice>
        <Choice name="hints" value="off" chosen={!fields.hints} choose={() => set({ hints: false })}>
          {t('classTeacher.open.hintsOff')}
        </Choice>
      </div>
      <p class="quiet">
        {t(fields.hints ? 'classTeacher.open.hintsOnAbout' : 'classTeacher.open.hintsOffAbout')}
      </p>
    </fieldset>
  );
}
