import type { VNode } from 'preact';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';
import { clockTime } from '../format.ts';
import { Icon } from '../icons.tsx';

/** Hour of the game that was left before its end, on this visit or an earlier one; null without one. */
export function useLeftHour(): number | null {
  return useApp(({ game }) => (game?.kind === 'play' && !game.result ? game.now.hour : null));
}

/** The way back into a game that was left. */
export function Continue({ hour }: { readonly hour: number }): VNode {
  const { openPage } = useActions();
  return (
    <button type="button" class="button main continue" onClick={() => openPage('game')}>
      <Icon name="play" size={20} />
      <span>
        {t('page.menu.continue')},{' '}
        <span class="number">{t('page.menu.continueFrom', { ...clockTime(hour) })}</span>
      </span>
    </button>
  );
}
