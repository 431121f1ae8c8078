import './end.css';
import type { VNode } from 'preact';
import { isSealed } from '../../app/classroom/roomGame.ts';
import type { GameView } from '../../app/types.ts';
import type { DecisionLog } from '../../engine/types.ts';
import { useActions, useApp, useClass, useDebriefActions } from '../appContext.ts';
import { clockTime, formatNumber } from '../format.ts';
import { Icon } from '../icons.tsx';
import { SeatPart } from './classroom/student/seatPart.tsx';
import { Course } from './course.tsx';
import { t } from './endWords.ts';
import { LogActions } from './logActions.tsx';
import { ScoreParts } from './scoreParts.tsx';
import { SourceList } from './sourceList.tsx';
import { inLanguage, levelText } from './words.ts';

const FULL_SCORE = 100;

const loadRoomPanel = async () => (await import('./classroom/student/endPanel.tsx')).RoomEndPanel;

/** What became of the patient, and why the score is what it is. */
export function EndPage(): VNode | null {
  const game = useApp((state) => state.game);
  // A student must not see before the others what else could have been done.
  const sealed = useClass((state) => game !== null && isSealed(state, game.level.id));
  if (!game?.result) return null;
  const { score, log } = game.result;
  return (
    <main class="end reading">
      <Outcome game={game} log={log} sealed={sealed} />
      <SeatPart load={loadRoomPanel} />
      <div class="end-column">
        <section class="end-score panel" aria-labelledby="score-heading">
          <div class="end-total">
            <h2 id="score-heading">{t('end.score')}</h2>
            <p class="end-number number">{score.total}</p>
            <p class="quiet end-of">{t('end.ofHundred')}</p>
            {!sealed && <Comparison game={game} total={score.total} />}
          </div>
          <ScoreParts score={score} />
        </section>
        {!sealed && <LogActions log={log} />}
      </div>
      <div class="end-column">{sealed ? <LogActions log={log} /> : <LookBack game={game} />}</div>
    </main>
  );
}

/** What else could have become of the patient, and what the level teaches. */
function LookBack({ game }: { readonly game: GameView }): VNode {
  return (
    <>
      <Course game={game} />
      <section class="end-lesson panel" aria-labelledby="lesson-heading">
        <h2 id="lesson-heading">{t('end.lesson')}</h2>
        <p class="lead">{levelText(game.level).lesson}</p>
        <Objectives game={game} />
        <h3>{t('end.sources')}</h3>
        <SourceList level={game.level} />
      </section>
    </>
  );
}

interface OutcomeProps {
  readonly game: GameView;
  readonly log: DecisionLog;
  readonly sealed: boolean;
}

function Outcome({ game, log, sealed }: OutcomeProps): VNode {
  const { startGame, openMenu, openModel, replayLog } = useActions();
  const { open } = useDebriefActions();
  const decisions = t('end.decisions', { count: log.commands.length });
  return (
    <header class={`end-outcome panel outcome-${log.outcome}`}>
      <div class="end-outcome-words">
        <p class="quiet">
          {levelText(game.level).title} · {t(`page.mode.${log.mode}`)} · <b>{t('page.notClinical')}</b>
        </p>
        <h1>{t(`end.heading.${log.outcome}`)}</h1>
        <p class="lead">
          {t(`end.outcomeText.${log.outcome}`)} {t('end.when', { ...clockTime(game.now.hour), decisions })}
        </p>
      </div>
      <div class="end-doors">
        {!sealed && (
          <button type="button" class="button main" onClick={() => open()}>
            <Icon name="trend" size={22} />
            <span>
              {t('end.debrief')} <small>{t('end.debriefHint')}</small>
            </span>
          </button>
        )}
        <button type="button" class="button" onClick={() => startGame(game.level, game.mode, game.seed)}>
          <Icon name="restart" size={20} />
          <span>
            {t('end.again')} <small>{t('end.againHint')}</small>
          </span>
        </button>
        <button type="button" class="button" onClick={() => replayLog(log)}>
          <Icon name="replay" size={20} />
          {t('end.watch')}
        </button>
        <button type="button" class="button" onClick={() => openModel()}>
          <Icon name="model" size={20} />
          {t('page.model.short')}
        </button>
        <button type="button" class="button" onClick={openMenu}>
          <Icon name="menu" size={20} />
          {t('end.menu')}
        </button>
      </div>
    </header>
  );
}

/** The score on a line from 0 to 100, beside that of the guideline and of the best known treatment, which is the end of the scale. */
function Comparison({ game, total }: { readonly game: GameView; readonly total: number }): VNode {
  const rows = [
    { key: 'you', points: total },
    { key: 'guideline', points: game.level.scoring.guideline.total },
    // The end of the scale, by its definition.
    { key: 'bestKnown', points: FULL_SCORE },
  ] as const;
  return (
    <dl class="end-compare" aria-label={t('end.compare')}>
      {rows.map(({ key, points }) => (
        <div key={key} class={`end-compare-row end-compare-${key}`}>
          <dt>{t(key === 'bestKnown' ? 'end.bestKnownRow' : `end.${key}`)}</dt>
          <dd class="number">{formatNumber(points, 0)}</dd>
          <meter min={0} max={100} value={points} aria-hidden="true" />
        </div>
      ))}
    </dl>
  );
}

function Objectives({ game }: { readonly game: GameView }): VNode | null {
  if (game.level.objectives.length === 0) return null;
  return (
    <>
      <h3>{t('end.objectives')}</h3>
      <ul class="objectives-kept">
        {game.level.objectives.map(({ id, text }) => {
          const status = game.now.objectives.find((objective) => objective.id === id)?.status ?? 'lost';
          const kept = status !== 'lost';
          return (
            <li key={id} class={kept ? 'kept-goal' : 'lost-goal'}>
              <Icon name={kept ? 'check' : 'close'} size={18} />
              <span>{inLanguage(text)}</span>
              <b>{t(`end.${status}`)}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
}
