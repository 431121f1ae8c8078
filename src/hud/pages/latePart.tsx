/** Pages that come in a file of their own, so that the first one is there soon. */
import './latePart.css';
import type { FunctionComponent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';

/** A page in a file of its own, shown with properties `P`. Once it has come it is there at once. */
export interface LatePart<P> {
  /** Fetches the file ahead of time; a failure is told only where the page is wanted. */
  preload(): void;
  /** Resolves with the page. */
  fetch(): Promise<FunctionComponent<P>>;
  /** The page, or null before it has come. */
  arrived(): FunctionComponent<P> | null;
}

export function createLatePart<P>(load: () => Promise<FunctionComponent<P>>): LatePart<P> {
  let part: FunctionComponent<P> | null = null;
  let coming: Promise<FunctionComponent<P>> | null = null;
  const fetch = (): Promise<FunctionComponent<P>> => {
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

interface LatePageProps<P> {
  readonly part: LatePart<P>;
  readonly given: P;
  /** Called when the page stands. */
  readonly onArrival: () => void;
}

/** The page, or what there is to say until it comes. A game that runs is held until its page stands. */
export function LatePage<P extends object>({ part, given, onArrival }: LatePageProps<P>): VNode {
  const [Body, setBody] = useState<FunctionComponent<P> | null>(part.arrived);
  const [failed, setFailed] = useState(false);
  useHeldGame(Body !== null);
  useLayoutEffect(() => {
    if (Body) onArrival();
    else
      part.fetch().then(
        (loaded) => setBody(() => loaded),
        () => setFailed(true),
      );
  }, [Body]);
  if (Body) return <Body {...given} />;
  return (
    <main class="late-page reading" aria-busy={!failed}>
      {failed ? (
        <div class="panel" role="alert">
          <p>{t('page.late.failed')}</p>
          <button type="button" class="button" onClick={() => void loadAnew()}>
            {t('page.late.again')}
          </button>
        </div>
      ) : (
        <p class="quiet late-wait">{t('page.late.loading')}</p>
      )}
    </main>
  );
}

/**
 * Loads everything again, once the server answers. Browsers remember that a file of code failed, so asking for it alone
 * would fail for ever; games are kept across the load.
 */
async function loadAnew(): Promise<void> {
  try {
    await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    location.reload();
  } catch {
    // Still out of reach: the page stays as it is, with its button.
  }
}

/** Time must not pass in a game that nobody sees yet. */
function useHeldGame(stands: boolean): void {
  const { setRunning } = useActions();
  const isRunning = useApp((state) => state.game?.running ?? false);
  const wasHeld = useRef(false);
  useLayoutEffect(() => {
    if (!stands && isRunning) {
      wasHeld.current = true;
      setRunning(false);
    }
    if (stands && wasHeld.current) {
      wasHeld.current = false;
      setRunning(true);
    }
  }, [stands, isRunning, setRunning]);
}
