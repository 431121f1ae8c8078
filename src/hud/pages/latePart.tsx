/** Pages that come in a file of their own, so that the first one is there soon. */
import './latePart.css';
import type { FunctionComponent, VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';

/** A page in a file of its own. Once it has come it is there at once. */
export interface LatePart {
  /** Fetches the file ahead of time; a failure is told only where the page is wanted. */
  preload(): void;
  /** Resolves with the page; asks again after a failure. */
  fetch(): Promise<FunctionComponent>;
  /** The page, or null before it has come. */
  arrived(): FunctionComponent | null;
}

export function createLatePart(load: () => Promise<FunctionComponent>): LatePart {
  let part: FunctionComponent | null = null;
  let coming: Promise<FunctionComponent> | null = null;
  const fetch = (): Promise<FunctionComponent> => {
    coming ??= load().then(
      (loaded) => {
        part = loaded;
        return loaded;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };
  return { fetch, preload: () => void fetch().catch(() => undefined), arrived: () => part };
}

interface LatePageProps {
  readonly part: LatePart;
  /** Called when the page stands. */
  readonly onArrival: () => void;
}

/** The page, or what there is to say until it comes. */
export function LatePage({ part, onArrival }: LatePageProps): VNode {
  const [Body, setBody] = useState<FunctionComponent | null>(part.arrived);
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    setFailed(false);
    part.fetch().then(
      (loaded) => setBody(() => loaded),
      () => setFailed(true),
    );
  };
  useLayoutEffect(() => {
    if (Body) onArrival();
    else load();
  }, [Body]);
  if (Body) return <Body />;
  return (
    <main class="late-page reading" aria-busy={!failed}>
      {failed ? (
        <div class="panel" role="alert">
          <p>{t('page.late.failed')}</p>
          <button type="button" class="button" onClick={load}>
            {t('page.late.again')}
          </button>
        </div>
      ) : (
        <p class="quiet late-wait">{t('page.late.loading')}</p>
      )}
    </main>
  );
}
