import './briefing.css';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Level, LevelTreatment, Mode, TreatmentGroup } from '../../engine/types.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';
import { clockTime } from '../format.ts';
import { Icon } from '../icons.tsx';
import { KeyTable } from './keyTable.tsx';
import { useLeftHour } from './leftGame.tsx';
import { LevelPicture } from './levelPicture.tsx';
import { inLanguage, levelText } from './words.ts';

const GROUPS: readonly TreatmentGroup[] = ['infection', 'dampening', 'support'];
const HOURS_PER_DAY = 24;

/** What the player knows before the clock starts. */
export function BriefingPage(): VNode | null {
  const level = useApp((state) => state.chosenLevel);
  const wished = useApp((state) => state.wishes);
  const { startGame } = useActions();
  const first = level?.modes[0] ?? 'student';
  const [mode, setMode] = useState<Mode>(
    wished.mode && level?.modes.includes(wished.mode) ? wished.mode : first,
  );
  const leftAt = useLeftHour();
  if (!level) return null;
  const { title, subtitle, briefing } = levelText(level);
  return (
    <main class="briefing reading">
      <Head />
      <section class="briefing-words panel">
        <h1>{title}</h1>
        <p class="quiet">{subtitle}</p>
        <p class="lead">{briefing}</p>
        <Patient level={level} />
        <ModeChoice level={level} mode={mode} choose={setMode} />
        <div class="briefing-start">
          <button
            type="button"
            class="button main"
            onClick={() => startGame(level, mode, wished.seed ?? undefined)}
          >
            <Icon name="play" size={22} />
            {t('page.briefing.start')}
          </button>
          <p class="quiet">
            {t('page.briefing.startHint')}{' '}
            {leftAt !== null && t('page.briefing.endsLeft', { ...clockTime(leftAt) })}{' '}
            {wished.seed !== null && t('page.briefing.seed', { seed: wished.seed })}
          </p>
        </div>
      </section>
      <section class="briefing-treatments panel" aria-labelledby="treatments-heading">
        <h2 id="treatments-heading">{t('page.briefing.treatments')}</h2>
        {GROUPS.map((group) => (
          <TreatmentList key={group} level={level} group={group} />
        ))}
      </section>
      <div class="briefing-aside">
        <LevelPicture levelId={level.id} />
        <section class="briefing-keys panel" aria-labelledby="keys-heading">
          <h2 id="keys-heading">{t('page.briefing.keys')}</h2>
          <KeyTable />
        </section>
      </div>
    </main>
  );
}

function Head(): VNode {
  const { openMenu, openModel } = useActions();
  return (
    <header class="reading-head">
      <button type="button" class="button" onClick={openMenu}>
        <Icon name="back" size={20} />
        {t('page.back')}
      </button>
      <button type="button" class="button" onClick={() => openModel()}>
        <Icon name="model" size={20} />
        {t('page.model.short')}
      </button>
      <p class="reading-warning">{t('page.notClinical')}</p>
    </header>
  );
}

function Patient({ level }: { readonly level: Level }): VNode {
  const { hoursBefore } = level.patient;
  const day = Math.round(level.horizonHours / HOURS_PER_DAY);
  return (
    <>
      <p>
        <b>{t('page.briefing.patient')}.</b> {t('page.briefing.patientFacts', { hours: hoursBefore })}{' '}
        {t('page.briefing.horizon', { day })}
      </p>
      {level.objectives.length > 0 && (
        <>
          <h2>{t('page.briefing.objectives')}</h2>
          <ul class="objectives">
            {level.objectives.map((objective) => (
              <li key={objective.id}>{inLanguage(objective.text)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface ModeChoiceProps {
  readonly level: Level;
  readonly mode: Mode;
  readonly choose: (mode: Mode) => void;
}

function ModeChoice({ level, mode, choose }: ModeChoiceProps): VNode {
  return (
    <fieldset class="modes">
      <legend>{t('page.briefing.view')}</legend>
      {level.modes.map((option, index) => (
        <label key={option} class={option === mode ? 'mode chosen' : 'mode'}>
          <input type="radio" name="mode" checked={option === mode} onChange={() => choose(option)} />
          <Icon name={option} size={28} />
          <span>
            <b>{t(`page.mode.${option}`)}</b>
            <small>
              {t(`page.mode.${option}About`)} {index === 0 && level.modes.length > 1 && t('page.mode.meant')}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function TreatmentList({
  level,
  group,
}: {
  readonly level: Level;
  readonly group: TreatmentGroup;
}): VNode | null {
  const treatments = level.treatments.filter((treatment) => treatment.group === group);
  if (treatments.length === 0 && group !== 'support') return null;
  return (
    <>
      <h3>{t(`page.briefing.group.${group}`)}</h3>
      <ul class="treatment-list">
        {group === 'support' && (
          <li>
            <Icon name="oxygen" size={26} />
            <span>
              <b>{t('hud.treatment.oxygen.name')}</b>
              <small>{t('page.briefing.oxygenSteps', { count: level.oxygen.length })}</small>
            </span>
          </li>
        )}
        {treatments.map((treatment) => (
          <TreatmentRow key={treatment.id} treatment={treatment} />
        ))}
      </ul>
    </>
  );
}

function TreatmentRow({ treatment: { id, stock } }: { readonly treatment: LevelTreatment }): VNode {
  return (
    <li>
      <Icon name={id} size={26} />
      <span>
        <b>{t(`hud.treatment.${id}.name`)}</b>
        <small>
          {t(`hud.treatment.${id}.effect`)}{' '}
          {stock !== undefined && t('page.briefing.stock', { count: stock })}
        </small>
      </span>
    </li>
  );
}
