import type { FunctionComponent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useClass } from '../../../appContext.ts';

interface SeatPartProps {
  readonly load: () => Promise<FunctionComponent>;
}

/** What a room adds to a page of the game; its code is fetched only where this browser has a seat. */
export function SeatPart({ load }: SeatPartProps): VNode | null {
  const hasSeat = useClass(({ student }) => student !== null);
  const [Part, setPart] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    if (!hasSeat) return;
    let isHere = true;
    // Without it the game goes on as any other; its log is kept and handed in all the same.
    load().then(
      (part) => isHere && setPart(() => part),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [hasSeat]);
  return hasSeat && Part ? <Part /> : null;
}
