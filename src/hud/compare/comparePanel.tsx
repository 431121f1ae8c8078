import './compare.css';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../app/branches/words.ts';
import { useComparison, useComparisonActions, useGame } from '../appContext.ts';
import { GHOST_DASHES } from '../ghostLines.ts';
import { AddGhost } from './addGhost.tsx';
import { BesideTable } from './besideTable.tsx';

/** Which ghosts are drawn beside the replay, which log stands beside it, and which of the two is in the scene. */
export function ComparePanel(): VNode {
  const actions = useComparisonActions();
  const subject = useComparison((state) => state.subject);
  const isBegun = subject !== null;
  const isClinician = useGame(({ mode }) => mode === 'clinician');
  useEffect(() => {
    if (!isBegun) actions?.begin();
  }, [isBegun, actions]);
  if (!isBegun) return <p class="quiet">{t('hud.trend.loading')}</p>;
  return (
    <>
      <GhostChips />
      <Beside />
      {isClinician && <p class="quiet">{t('branches.compare.trueValues')}</p>}
      <AddGhost subject={subject} addGhost={(...game) => actions?.addGhost(...game)} />
    </>
  );
}

/** One switch for each course; the sample has the dashes of its line. */
function GhostChips(): VNode {
  const ghosts = useComparison((state) => state.ghosts);
  const actions = useComparisonActions();
  return (
    <fieldset class="ghost-switches">
      <legend>{t('branches.compare.ghosts')}</legend>
      {ghosts.map(({ id, kind, name, shown, course }) => (
        <button
          key={id}
          type="button"
          class={shown ? 'chip main' : 'chip'}
          aria-pressed={shown}
          aria-busy={shown && course === null}
          onClick={() => actions?.showGhost(id, !shown)}
        >
          <svg class="ghost-sample" viewBox="0 0 26 6" aria-hidden="true">
            <path d="M1 3H25" stroke-dasharray={GHOST_DASHES[kind].join(' ')} />
          </svg>
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function Beside(): VNode {
  const ghosts = useComparison((state) => state.ghosts);
  const beside = useComparison((state) => state.beside);
  const actions = useComparisonActions();
  return (
    <section class="compare-beside" aria-labelledby="beside-title">
      <h3 id="beside-title">{t('branches.compare.sideBySide')}</h3>
      <label class="compare-field">
        {t('branches.compare.beside')}
        <select value={beside} onChange={(event) => actions?.putBeside(event.currentTarget.value)}>
          <option value="">{t('branches.compare.none')}</option>
          {ghosts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {beside !== '' && <SceneSwitch />}
      {beside !== '' && <BesideTable />}
    </section>
  );
}

/** Which of the two logs the scene and the bedside show. */
function SceneSwitch(): VNode {
  const inScene = useComparison((state) => state.inScene);
  const name = useComparison(({ ghosts, beside }) => ghosts.find(({ id }) => id === beside)?.name ?? '');
  const isReady = useComparison(
    ({ ghosts, beside }) => ghosts.find(({ id }) => id === beside)?.course != null,
  );
  const actions = useComparisonActions();
  return (
    <fieldset class="scene-switch" disabled={!isReady}>
      <legend>{t('branches.compare.inScene')}</legend>
      {(['first', 'second'] as const).map((which) => (
        <label key={which} class={which === inScene ? 'chip chosen' : 'chip'}>
          <input
            type="radio"
            class="unseen"
            name="in-scene"
            checked={which === inScene}
            onChange={() => void actions?.putInScene(which)}
          />
          {which === 'first' ? t('page.replay.first') : name}
        </label>
      ))}
    </fieldset>
  );
}
