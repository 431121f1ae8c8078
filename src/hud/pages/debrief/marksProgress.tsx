import type { VNode } from 'preact';
import { formatNumber } from '../../format.ts';
import { t } from './words.ts';

interface MarksProgressProps {
  /** 0 to 1. */
  readonly progress: number;
  readonly working: boolean;
  readonly failure: string;
  readonly isDone: boolean;
  readonly noted: number;
  readonly patients: number;
  readonly onCancel: () => void;
  readonly onResume: () => void;
}

/** How far the work on the marks is, with a way to call it off and to go on; one line, so that nothing moves when it is done. */
export function MarksProgress(props: MarksProgressProps): VNode {
  const { progress, working, failure, isDone, noted, patients, onCancel, onResume } = props;
  const percent = formatNumber(100 * progress, 0);
  return (
    <div class="marks-progress">
      {working && (
        <>
          <label>
            <span>{t('debrief.page.working')}</span>
            <progress max={1} value={progress} aria-valuetext={t('debrief.page.percent', { percent })} />
          </label>
          <button type="button" class="button small" onClick={onCancel}>
            {t('debrief.page.cancel')}
          </button>
        </>
      )}
      {!working && !isDone && (
        <button type="button" class="button small" onClick={onResume}>
          {t(failure ? 'debrief.page.retry' : 'debrief.page.resume')}
        </button>
      )}
      <p role="status" class={failure ? 'marks-failure' : 'quiet'}>
        {failure || (!working && statusText(isDone, noted, patients))}
      </p>
    </div>
  );
}

function statusText(isDone: boolean, noted: number, patients: number): string {
  if (!isDone) return t('debrief.page.calledOff');
  return t('debrief.page.done', { count: noted, patients });
}
