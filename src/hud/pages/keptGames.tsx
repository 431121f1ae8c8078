import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedLog } from '../../app/types.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp, useBranches, useDebriefActions } from '../appContext.ts';
import { Icon } from '../icons.tsx';
import { saveLogFile } from './logFile.ts';
import { levelText, whenText } from './words.ts';

/** The games that this browser has kept, newest first. */
export function KeptGames(): VNode {
  const kept = useApp((state) => state.savedLogs);
  const problem = useApp((state) => state.storageProblem);
  return (
    <section class="kept panel" aria-labelledby="kept-heading">
      <div class="kept-head">
        <h2 id="kept-heading">{t('page.kept.heading')}</h2>
        <BranchesDoor />
      </div>
      {problem !== '' && <p class="storage-problem">{problem}</p>}
      {kept.length === 0 && problem === '' && <p class="quiet">{t('page.kept.none')}</p>}
      {kept.length > 0 && (
        // A box that scrolls must be reachable by keyboard; its buttons are.
        <ul class="kept-list">
          {kept.map((saved) => (
            <KeptGame key={saved.key} saved={saved} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** To the games that were taken over from others, once there are any. */
function BranchesDoor(): VNode | null {
  const hasTrees = useBranches(({ trees }) => trees.length > 0);
  const { openPage } = useActions();
  if (!hasTrees) return null;
  return (
    <button type="button" class="button small" onClick={() => openPage('branches')}>
      <Icon name="branch" size={18} />
      {t('page.kept.branches')}
    </button>
  );
}

function KeptGame({ saved }: { readonly saved: SavedLog }): VNode {
  const actions = useActions();
  const { open } = useDebriefActions();
  const level = useApp((state) => state.levels.find((known) => known.id === saved.log.level.id));
  const [sure, setSure] = useState(false);
  const values = { when: whenText(saved.savedAt), score: saved.log.score };
  const remove = () => (sure ? void actions.removeSavedLog(saved.key) : setSure(true));
  return (
    <li class="kept-game">
      <span class="kept-score number">{saved.log.score}</span>
      <span class="kept-words">
        <b>{level ? levelText(level).title : saved.log.level.id}</b>
        <small>{t(`page.outcome.${saved.log.outcome}`)}</small>
        <small>{values.when}</small>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={t('page.kept.replayName', values)}
        title={t('page.kept.replay')}
        onClick={() => actions.replayLog(saved.log)}
      >
        <Icon name="replay" size={20} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('page.kept.debriefName', values)}
        title={t('page.kept.debrief')}
        onClick={() => open(saved.log)}
      >
        <Icon name="trend" size={20} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('page.kept.saveName', values)}
        title={t('page.kept.save')}
        onClick={() => saveLogFile(saved.log)}
      >
        <Icon name="download" size={18} />
      </button>
      <button
        type="button"
        class={sure ? 'button small danger' : 'icon-button'}
        aria-label={t(sure ? 'page.kept.removeSureName' : 'page.kept.removeName', values)}
        title={t('page.kept.remove')}
        onClick={remove}
        onBlur={() => setSure(false)}
      >
        {sure ? t('page.kept.removeSure') : <Icon name="close" size={18} />}
      </button>
    </li>
  );
}
