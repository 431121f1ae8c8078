import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { STILL_SIZE } from '../../../app/debrief/stillPictures.ts';
import type { Level, Snapshot } from '../../../engine/types.ts';
import { useStills } from '../../stillContext.ts';
import { t } from './words.ts';

interface StillPictureProps {
  readonly snapshot: Snapshot;
  readonly level: Level;
}

/** The inside view at one moment, at rest. Where it cannot be drawn its description stands in its place. */
export function StillPicture({ snapshot, level }: StillPictureProps): VNode {
  const stills = useStills();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'waiting' | 'painted' | 'missing'>(stills ? 'waiting' : 'missing');
  useEffect(() => {
    let wanted = true;
    if (!stills || !canvas.current) return undefined;
    void stills.paint(canvas.current, snapshot, level).then((how) => {
      if (wanted && how !== 'replaced') setState(how);
    });
    return () => {
      wanted = false;
    };
  }, [stills, snapshot, level]);
  const description = stills?.describe(snapshot, level) ?? '';
  return (
    <div class={`still still-${state}`}>
      {state !== 'missing' && <canvas ref={canvas} {...STILL_SIZE} role="img" aria-label={description} />}
      {state === 'waiting' && <p class="still-waiting quiet">{t('debrief.futures.drawing')}</p>}
      {state === 'missing' && <p class="still-words">{description}</p>}
    </div>
  );
}

/** Page changes within this time keep the painter. */
const KEPT_MILLISECONDS = 2000;

let shown = 0;

/** Keeps the painter while something that shows pictures is on the page, and gives it back a little later. */
export function useStillsWhileShown(): void {
  const stills = useStills();
  useEffect(() => {
    shown += 1;
    return () => {
      shown -= 1;
      setTimeout(() => {
        if (shown === 0) stills?.release();
      }, KEPT_MILLISECONDS);
    };
  }, [stills]);
}
