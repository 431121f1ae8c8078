import { useRef, useState } from 'preact/hooks';
import { logToFragment } from '../../app/logLink.ts';
import type { DecisionLog } from '../../engine/types.ts';

type Copying = 'not yet' | 'done' | 'by hand';

/** Copies the link of a log; where the browser does not let the page copy, `field` is to show it, selected. */
export function useCopyLink(log: DecisionLog) {
  const [copying, setCopying] = useState<Copying>('not yet');
  const field = useRef<HTMLInputElement>(null);
  const address = (): string => `${location.origin}${location.pathname}#${logToFragment(log)}`;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address());
      setCopying('done');
    } catch {
      // No permission, or a page without https: the link is shown to be copied by hand.
      setCopying('by hand');
      setTimeout(() => field.current?.select(), 0);
    }
  };
  return { copying, field, address, copy };
}
