import { useEffect, useState } from 'preact/hooks';
import { useApp } from './appContext.ts';

/** Follows a media query. */
export function useMediaQuery(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const look = (): void => setMatches(list.matches);
    look();
    list.addEventListener('change', look);
    return () => list.removeEventListener('change', look);
  }, [query]);
  return matches;
}

/** True when movement should be left out: the player's setting, or the system's. */
export function useReducedMotion(): boolean {
  const setting = useApp((state) => state.settings.motion);
  const system = useMediaQuery('(prefers-reduced-motion: reduce)');
  return setting === 'reduced' || (setting === 'system' && system);
}

export type Layout = 'desk' | 'portrait' | 'landscape';

/** The same queries as in play.css; in em, so that a reader's larger text gets the roomier layout. */
export const DESK_QUERY = '(min-width: 64em) and (min-height: 40em)';
export const LANDSCAPE_QUERY = '(orientation: landscape)';

export function useLayout(): Layout {
  const isDesk = useMediaQuery(DESK_QUERY);
  const isLandscape = useMediaQuery(LANDSCAPE_QUERY);
  if (isDesk) return 'desk';
  return isLandscape ? 'landscape' : 'portrait';
}
