import './report.css';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DebriefState, DebriefSubject } from '../../../app/debrief/types.ts';
import { hiddenAnswers } from './reportRows.ts';
import { ReportSheet } from './reportSheet.tsx';
import { t } from './words.ts';

interface PrintedReport {
  /** For the button: asks first where answers are still hidden. */
  readonly print: () => void;
  /** Belongs at the end of the page; paper shows it and nothing else. */
  readonly report: VNode;
}

/**
 * The debrief on paper. A report shows every answer or it is no report: while some are hidden, the player is asked, and
 * printing from the browser's own menu gives a sheet that says so.
 */
export function useReport(subject: DebriefSubject, state: DebriefState): PrintedReport {
  const [asked, setAsked] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const hidden = hiddenAnswers(state);
  const isReady = state.result !== null && subject.course !== null;
  const isOpen = isReady && (asked || hidden === 0);
  useEffect(() => {
    if (!asked) return;
    const done = (): void => setAsked(false);
    addEventListener('afterprint', done);
    window.print();
    return () => removeEventListener('afterprint', done);
  }, [asked]);
  const confirm = (): void => {
    dialog.current?.close();
    setAsked(true);
  };
  const sheet = useMemo(
    () => (isOpen ? <ReportSheet subject={subject} state={state} /> : <p>{t('debrief.report.notShown')}</p>),
    [isOpen, subject, state.result, state.ghosts],
  );
  return {
    print: () => (isOpen ? setAsked(true) : dialog.current?.showModal()),
    report: (
      <>
        <dialog class="report-ask" ref={dialog} aria-labelledby="report-ask-heading">
          <h2 id="report-ask-heading">{t('debrief.report.ask.heading')}</h2>
          <p>
            {isReady ? t('debrief.report.ask.hidden', { count: hidden }) : t('debrief.report.ask.unready')}
          </p>
          <div class="report-ask-doors">
            {isReady && (
              <button type="button" class="button main" onClick={confirm}>
                {t('debrief.report.ask.print')}
              </button>
            )}
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {t('debrief.report.ask.leave')}
            </button>
          </div>
        </dialog>
        <section class="report" aria-label={t('debrief.report.name')}>
          {sheet}
        </section>
      </>
    ),
  };
}
