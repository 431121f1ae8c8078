import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { Revealed } from '../../../app/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { Icon } from '../../icons.tsx';
import { answerText, hourOfTick, isRiddle, questionText, weighedText } from './markWords.ts';
import { SignBadge } from './signBadge.tsx';
import { t } from './words.ts';

interface MarkPanelProps {
  readonly level: Level;
  readonly mark: Mark;
  readonly revealed: Revealed;
  /** Tick from which the large control tries again. */
  readonly tick: number;
  /** What is said with the hint, and with the answer. */
  readonly hint: ComponentChildren;
  readonly why: ComponentChildren;
  /** The two futures, once the answer is shown. */
  readonly futures: ComponentChildren;
  readonly steps: ComponentChildren;
  readonly onReveal: (how: Revealed) => void;
  readonly onTryAgain: () => void;
  readonly onStartOver: () => void;
}

/** One mark, told so that it can still be found out: the question, then a hint, then the answer and why. */
export function MarkPanel(props: MarkPanelProps): VNode {
  const { level, mark, revealed, steps } = props;
  return (
    <section class="mark-panel panel" aria-label={t('debrief.page.panel')}>
      {steps}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long answer scrolls, and keys must reach what scrolls */}
      <section class="mark-body" tabIndex={0} aria-labelledby="mark-heading">
        <div class="mark-head">
          <SignBadge mark={mark} size={2.25} />
          <h2 id="mark-heading">{questionText(level, mark)}</h2>
        </div>
        <p class="mark-weighed">{weighedText(mark)}</p>
        {mark.unclear && <p class="mark-unclear">{t('debrief.page.unclearAbout')}</p>}
        <Told {...props} key={mark.id} />
      </section>
      <Controls {...props} hasAnswer={revealed === 'answer'} />
    </section>
  );
}

/** What has been told so far. The newest gets the focus, because the control that asked for it is gone. */
function Told(props: MarkPanelProps): VNode {
  const { mark, revealed, hint, why } = props;
  const newest = useRef<HTMLHeadingElement>(null);
  const before = useRef(revealed);
  useEffect(() => {
    if (before.current !== revealed && revealed !== 'question') newest.current?.focus();
    before.current = revealed;
  }, [revealed]);
  const heading = (words: string, isNewest: boolean): VNode => (
    <h3 tabIndex={-1} ref={isNewest ? newest : null}>
      {words}
    </h3>
  );
  const riddle = isRiddle(mark);
  return (
    <>
      {riddle && revealed !== 'question' && (
        <div class="mark-hint">
          {heading(t('debrief.page.hint'), revealed === 'hint')}
          {hint}
        </div>
      )}
      {revealed === 'answer' && (
        <div class="mark-answer">
          {riddle && heading(t('debrief.page.answer.heading'), true)}
          {riddle && <Answer {...props} />}
          {heading(t('debrief.page.why'), !riddle)}
          {why}
        </div>
      )}
    </>
  );
}

function Answer({ level, mark, futures }: MarkPanelProps): VNode {
  return (
    <>
      <p class="answer-words">{answerText(level, mark)}</p>
      {futures}
    </>
  );
}

function Controls(props: MarkPanelProps & { readonly hasAnswer: boolean }): VNode {
  const { mark, revealed, tick, hasAnswer, onReveal, onTryAgain, onStartOver } = props;
  const riddle = isRiddle(mark);
  return (
    <div class="mark-controls">
      <button type="button" class="button main try-again" onClick={onTryAgain}>
        <Icon name="play" size={20} />
        <span>
          {t('debrief.page.tryAgain')}{' '}
          <b class="number">{t('debrief.page.hour', { hour: hourOfTick(tick) })}</b>
        </span>
      </button>
      {riddle && revealed === 'question' && (
        <button type="button" class="button" onClick={() => onReveal('hint')}>
          {t('debrief.page.showHint')}
        </button>
      )}
      {!hasAnswer && (
        <button type="button" class="button" onClick={() => onReveal('answer')}>
          {t(riddle ? 'debrief.page.showAnswer' : 'debrief.page.showWhy')}
        </button>
      )}
      {hasAnswer && (
        <button type="button" class="button" onClick={() => onReveal('question')}>
          {t(riddle ? 'debrief.page.hideAnswer' : 'debrief.page.hideWhy')}
        </button>
      )}
      <button type="button" class="button" onClick={onStartOver}>
        {t('debrief.page.startOver')}
      </button>
    </div>
  );
}

interface MarkStepsProps {
  /** Marks that are walked through here, and which of them is looked at; -1 for another one. */
  readonly count: number;
  readonly at: number;
  readonly onStep: (direction: -1 | 1) => void;
}

/** From one noted mark to the next. */
export function MarkSteps({ count, at, onStep }: MarkStepsProps): VNode {
  return (
    <div class="mark-steps">
      <Step direction={-1} isLast={at === 0} onStep={onStep} />
      <span class="quiet">
        {at < 0 ? t('debrief.page.marks', { count }) : t('debrief.page.markOf', { at: at + 1, count })}
      </span>
      <Step direction={1} isLast={at === count - 1} onStep={onStep} />
    </div>
  );
}

interface StepProps extends Pick<MarkStepsProps, 'onStep'> {
  readonly direction: -1 | 1;
  /** Nothing lies further that way. */
  readonly isLast: boolean;
}

/** At the last mark it does nothing, but keeps the focus of whoever walked there with it. */
function Step({ direction, isLast, onStep }: StepProps): VNode {
  return (
    <button
      type="button"
      class={direction < 0 ? 'icon-button' : 'icon-button forward'}
      aria-label={t(direction < 0 ? 'debrief.page.previousMark' : 'debrief.page.nextMark')}
      aria-disabled={isLast}
      onClick={() => !isLast && onStep(direction)}
    >
      <Icon name="back" size={18} />
    </button>
  );
}
