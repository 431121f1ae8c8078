import { logToFragment } from '../../app/logLink.ts';
import type { DecisionLog } from '../../engine/types.ts';
import { useCopy } from '../copyByHand.tsx';

/** Copies the link of a log; where the browser does not let the page copy, `address` is to be shown. */
export function useCopyLink(log: DecisionLog) {
  const { copying, copy } = useCopy();
  const address = (): string => `${location.origin}${location.pathname}#${logToFragment(log)}`;
  return { copying, address, copy: () => copy(address()) };
}
