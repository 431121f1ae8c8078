import './menu.css';
import type { VNode } from 'preact';
import type { Level } from '../../engine/types.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../model/version.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp, useClass } from '../appContext.ts';
import { Icon } from '../icons.tsx';
import { KeptGames } from './keptGames.tsx';
import { Continue, useLeftHour } from './leftGame.tsx';
import { LevelPicture, LevelWindow } from './levelPicture.tsx';
import { OpenLogButton } from './openLogButton.tsx';
import { Road } from './road.tsx';
import { SettingsButton } from './settingsDialog.tsx';
import { levelText } from './words.ts';

const HOURS_PER_DAY = 24;

/** 1x plays one simulated hour in a second. */
const SECONDS_PER_MINUTE = 60;

/** The first page: the road of levels, the level that lies ahead or was chosen last, and the doors to everything else. */
export function MenuPage(): VNode {
  const levels = useApp((state) => state.levels);
  const { openAbout, openModel } = useActions();
  const ahead = useApp((state) => state.chosenLevel) ?? levels[0];
  return (
    <main class="menu">
      <nav class="level-road" aria-label={t('page.menu.levels')}>
        <div class="road-box">
          <Road />
          <ol>
            {levels.map((level, index) => (
              <li key={level.id}>
                <LevelDoor level={level} number={index + 1} />
              </li>
            ))}
          </ol>
        </div>
      </nav>
      <header class="menu-brand">
        <Icon name="logo" size={38} />
        <div>
          <h1>{t('page.brand')}</h1>
          <p>{t('page.tagline')}</p>
        </div>
      </header>
      <p class="menu-intro">{t('page.menu.intro')}</p>
      <div class="menu-side">
        <ClassDoors />
        {ahead && <LevelPanel level={ahead} />}
        <div class="menu-doors">
          <OpenLogButton />
          <SettingsButton />
          <button type="button" class="menu-door" onClick={() => openModel()}>
            <Icon name="model" size={28} />
            <span class="menu-door-words">
              <b>{t('page.menu.model')}</b>
              <small>{t('page.menu.modelHint')}</small>
            </span>
          </button>
          <button type="button" class="menu-door" onClick={openAbout}>
            <Icon name="info" size={28} />
            <span class="menu-door-words">
              <b>{t('page.menu.about')}</b>
              <small>{t('page.menu.aboutHint')}</small>
            </span>
          </button>
        </div>
      </div>
      <KeptGames />
      <footer class="menu-foot">
        <b>{t('page.notClinical')}</b>
        <span>
          {t('page.about.modelVersion', { version: MODEL_VERSION })} ·{' '}
          <span class="number">{MODEL_HASH}</span>
        </span>
      </footer>
    </main>
  );
}

/** Links, since each of the two is a place that an address can name. */
function ClassDoors(): VNode {
  const code = useClass(({ student }) => (student && !student.gone ? student.view.room.code : ''));
  return (
    <nav class="class-doors" aria-label={t('page.menu.class')}>
      <a class={code ? 'button main' : 'button'} href={code ? '#class/seat' : '#class/join'}>
        <Icon name="student" />
        <span>
          {t(code ? 'page.menu.room' : 'page.menu.join')}{' '}
          <small>{code ? `${code.slice(0, 3)} ${code.slice(3)}` : t('page.menu.joinHint')}</small>
        </span>
      </a>
      <a class="button" href="#class/open">
        <Icon name="projector" />
        <span>
          {t('page.menu.openRoom')} <small>{t('page.menu.openRoomHint')}</small>
        </span>
      </a>
    </nav>
  );
}

/** Best score of the kept games of a level, or null before the first. */
function useBest(level: Level): number | null {
  return useApp((state) =>
    state.savedLogs.reduce<number | null>((best, { log }) => {
      if (log.level.id !== level.id) return best;
      return Math.max(best ?? 0, log.score);
    }, null),
  );
}

function LevelDoor({ level, number }: { readonly level: Level; readonly number: number }): VNode {
  const { chooseLevel } = useActions();
  const best = useBest(level);
  return (
    <button type="button" class="level-door" onClick={() => chooseLevel(level)}>
      <LevelWindow levelId={level.id} best={best} />
      <span class="level-door-name">
        <span class="number">{number}</span> {levelText(level).title}
      </span>
      {best !== null && <span class="unseen">{t('page.menu.windowBest', { best })}</span>}
    </button>
  );
}

function LevelPanel({ level }: { readonly level: Level }): VNode {
  const { chooseLevel } = useActions();
  const best = useBest(level);
  const leftAt = useLeftHour();
  const { title, subtitle, briefing } = levelText(level);
  const duration = {
    days: Math.round(level.horizonHours / HOURS_PER_DAY),
    minutes: Math.max(1, Math.round(level.horizonHours / SECONDS_PER_MINUTE)),
  };
  return (
    <section class="level-panel panel" aria-labelledby="level-heading">
      <LevelPicture levelId={level.id} />
      <div class="level-panel-words">
        <h2 id="level-heading">{title}</h2>
        <p class="quiet">
          {subtitle}. {t('page.menu.duration', duration)}
        </p>
        <p class="level-briefing">{briefing}</p>
        {leftAt !== null && <Continue hour={leftAt} />}
        <div class="level-play">
          <button
            type="button"
            class={leftAt === null ? 'button main' : 'button'}
            onClick={() => chooseLevel(level)}
          >
            {leftAt === null && <Icon name="play" size={22} />}
            {t(leftAt === null ? 'page.menu.play' : 'page.menu.playAnew')}
          </button>
          <dl class="level-scores">
            <dt>{t('page.menu.best')}</dt>
            <dd class={best === null ? '' : 'number'}>{best ?? t('page.menu.bestNone')}</dd>
            <dt title={t('page.menu.guidelineExplained')}>{t('page.menu.guideline')}</dt>
            <dd class="number">{level.scoring.guideline.total}</dd>
          </dl>
        </div>
      </div>
    </section>
  );
}
