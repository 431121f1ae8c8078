import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';
import { useActions, useStore } from '../appContext.ts';

const REFRESH_MILLISECONDS = 500;

/** For `?debug`: frames a second of the page, tick and state hash, twice a second. */
export function DebugLine(): VNode {
  const store = useStore();
  const actions = useActions();
  const [line, setLine] = useState('');
  useEffect(() => {
    let frames = 0;
    let since = performance.now();
    let handle = requestAnimationFrame(function count(now) {
      handle = requestAnimationFrame(count);
      frames += 1;
      if (now - since < REFRESH_MILLISECONDS) return;
      const fps = Math.round((frames * 1000) / (now - since));
      const tick = store.getState().game?.now.tick ?? 0;
      setLine(t('page.debug.line', { fps, tick, hash: actions.stateHash() }));
      frames = 0;
      since = now;
    });
    return () => cancelAnimationFrame(handle);
  }, [store, actions]);
  return (
    <aside class="debug-line number" aria-label={t('page.debug.label')}>
      {line}
    </aside>
  );
}
