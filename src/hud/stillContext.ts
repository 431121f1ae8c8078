/** How a page gets at still pictures of the inside view, which the scene paints. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StillPictures } from '../app/debrief/stillPictures.ts';

const StillContext = createContext<StillPictures | null>(null);

/** Gives the pictures to everything inside. */
export const StillProvider = StillContext.Provider;

/** The painter of still pictures, or null where there is none: show no picture then. */
export function useStills(): StillPictures | null {
  return useContext(StillContext);
}
