import { useEffect } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { useActions, useApp, useGame } from './appContext.ts';
import { Icon } from './icons.tsx';

/** What to do, in a line, over the picture of somebody's first game; goes with the first order, or when it is put away. */
export function FirstHint() {
  const { setSettings } = useActions();
  const isNew = useApp(({ settings, savedLogs }) => !settings.hintSeen && savedLogs.length === 0);
  const mode = useGame((game) => game.mode);
  const isPlay = useGame(({ kind }) => kind === 'play');
  const hasOrdered = useGame(({ kind, commands }) => kind === 'play' && commands.length > 0);
  useEffect(() => {
    if (isNew && hasOrdered) setSettings({ hintSeen: true });
  }, [isNew, hasOrdered, setSettings]);
  if (!isNew || !isPlay || hasOrdered) return null;
  return (
    <aside class="first-hint popup" aria-label={t('hud.hint.label')}>
      <p>{t(`hud.hint.${mode}`)}</p>
      <button
        type="button"
        class="icon-button"
        aria-label={t('hud.hint.close')}
        onClick={() => setSettings({ hintSeen: true })}
      >
        <Icon name="close" size={18} />
      </button>
    </aside>
  );
}
