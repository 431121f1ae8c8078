import type { FunctionComponent, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';
import { Icon } from '../icons.tsx';

/** Ghosts and the second log over the picture of a replay. What stands in it arrives when it is first wanted. */
export function CompareWindow({ close }: { readonly close: () => void }): VNode {
  const [panel, setPanel] = useState<{ readonly Panel: FunctionComponent } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let isGone = false;
    void import('./comparePanel.tsx').then(({ ComparePanel }) => {
      if (!isGone) setPanel({ Panel: ComparePanel });
    });
    // Opened by key: the keys that follow are for what it opened.
    heading.current?.focus({ preventScroll: true });
    return () => {
      isGone = true;
    };
  }, []);
  const place = useRef<HTMLElement>(null);
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    // Here and not among the keys of the screen: lists and fields in here take their keys for themselves.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      latest.current();
      document.querySelector<HTMLElement>('.replay-bar [aria-expanded]')?.focus();
    };
    const inside = place.current;
    inside?.addEventListener('keydown', onKey);
    return () => inside?.removeEventListener('keydown', onKey);
  }, []);
  return (
    <section class="compare-window panel popup" aria-labelledby="compare-title" ref={place}>
      <div class="panel-head">
        <h2 id="compare-title" tabIndex={-1} ref={heading}>
          {t('page.replay.compare')}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('page.replay.compareClose')}
          aria-keyshortcuts="G"
          onClick={close}
        >
          <Icon name="close" size={18} />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the arrow keys */}
      <section class="compare-body" aria-label={t('page.replay.compareBody')} tabIndex={0}>
        {panel ? <panel.Panel /> : <p class="quiet">{t('hud.trend.loading')}</p>}
      </section>
    </section>
  );
}
