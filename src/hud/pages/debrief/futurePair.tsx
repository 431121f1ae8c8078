import './futures.css';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import { isOver, momentOf, sampleAt, valueAt } from '../../../app/debrief/courseMoment.ts';
import type { Future, Futures } from '../../../app/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { Q } from '../../../model/generated/system.ts';
import { clockTime, formatConcentration, formatNumber } from '../../format.ts';
import { CHART, FutureChart } from './futureChart.tsx';
import { endHour, firstHour, lastHour } from './futureHours.ts';
import { ALIKE, KeptField, keptCount } from './keptField.tsx';
import { alikeText, furtherText } from './markWords.ts';
import { StillPicture, useStillsWhileShown } from './stillPicture.tsx';
import { t } from './words.ts';

const SLIDER_KEYS: Readonly<Record<string, number>> = { PageDown: -24, PageUp: 24 };

interface FuturePairProps {
  readonly level: Level;
  readonly mark: Mark;
  readonly futures: Futures;
}

/** The answer of a mark: what was done and what else could have been, the same patient at the same hour. */
export function FuturePair({ level, mark, futures }: FuturePairProps): VNode {
  // The page is drawn with every change of a decision; none of them concerns the answer.
  return useMemo(() => <Pair level={level} mark={mark} futures={futures} />, [level, mark, futures]);
}

function Pair({ level, mark, futures }: FuturePairProps): VNode {
  const { played, best } = futures;
  const first = useMemo(() => firstHour(played.course, best.course), [played, best]);
  const [chosen, choose] = useState<{ readonly of: Futures; readonly hour: number } | null>(null);
  const hour = chosen?.of === futures ? chosen.hour : first;
  const last = lastHour(played.course, best.course);
  useStillsWhileShown();
  const [own, other] = [t('debrief.futures.played'), t(`debrief.futures.other.${otherOf(mark)}`)];
  const further = furtherText(mark);
  const at = t('debrief.futures.at', { ...clockTime(hour) });
  return (
    <section class="future-pair" aria-label={t('debrief.futures.name')}>
      <p class="unseen">{summary(played, best)}</p>
      <div class="future-columns">
        <FutureColumn kind="played" heading={own} note={at} level={level} future={played} hour={hour} />
        <FutureColumn
          kind="best"
          heading={other}
          note={t('debrief.futures.same')}
          level={level}
          future={best}
          hour={hour}
        />
      </div>
      <div class="future-course">
        <p class="future-legend">
          <b>{t('debrief.futures.il6')}</b>
          <span class="future-key future-played">{own}</span>
          <span class="future-key future-best">{other}</span>
        </p>
        <FutureChart played={played} best={best} hour={hour} lastHour={last} />
        <HourSlider hour={hour} last={last} onHour={(to) => choose({ of: futures, hour: to })} />
        <p class="future-bands quiet">{t('debrief.futures.bands', { patients: played.patients })}</p>
      </div>
      <p class="kept-alike quiet">{alikeText(mark, ALIKE)}</p>
      <div class="future-columns">
        <KeptField kept={played.kept} />
        <KeptField kept={best.kept} />
      </div>
      {further && <p class="future-further">{further}</p>}
    </section>
  );
}

/** Which words name the other future. */
function otherOf({ kind, best }: Mark): 'acted' | 'none' | 'move' | 'order' | 'guideline' | 'all' {
  if (best === null || (kind === 'missed' && best.type !== 'guideline')) return 'acted';
  return best.type;
}

/** How a course ended, as the end of a sentence about its patient. */
function outcomeSaid(course: Future['course']): string {
  const at = { ...clockTime(endHour(course)) };
  return course.outcome === 'stillOnWard'
    ? t('debrief.futures.wasOnWard', at)
    : t(`debrief.futures.outcome.${course.outcome}`, at);
}

function summary(played: Future, best: Future): string {
  const words = ({ course, kept }: Future) => ({
    outcome: outcomeSaid(course),
    peak: formatConcentration(
      course.trend.series[Q.IL6]?.reduce((most, value) => Math.max(most, value), 0) ?? 0,
    ),
    kept: keptCount(kept.value),
  });
  const [own, other] = [words(played), words(best)];
  return t('debrief.futures.summary', {
    all: ALIKE,
    ownOutcome: own.outcome,
    ownPeak: own.peak,
    ownKept: own.kept,
    otherOutcome: other.outcome,
    otherPeak: other.peak,
    otherKept: other.kept,
  });
}

interface FutureColumnProps {
  readonly kind: 'played' | 'best';
  readonly heading: string;
  readonly note: string;
  readonly level: Level;
  readonly future: Future;
  readonly hour: number;
}

function FutureColumn({ kind, heading, note, level, future, hour }: FutureColumnProps): VNode {
  const { course } = future;
  const sample = sampleAt(course, hour);
  const snapshot = useMemo(() => momentOf(level, course, sample), [level, course, sample]);
  const over = isOver(course, hour);
  return (
    <figure class={`future future-${kind}`}>
      <figcaption>
        <b>{heading}</b>
        <span class="quiet">{note}</span>
      </figcaption>
      <div class="future-picture">
        <StillPicture snapshot={snapshot} level={level} />
        {over && (
          <p class={`future-over future-over-${course.outcome}`}>
            {t(`debrief.futures.outcome.${course.outcome}`, { ...clockTime(endHour(course)) })}
          </p>
        )}
      </div>
      <p class="future-numbers">
        <span>
          {t('debrief.futures.il6Now', { value: formatConcentration(valueAt(course, Q.IL6, hour)) })}
        </span>
        <span>{t('debrief.futures.sofaNow', { value: formatNumber(valueAt(course, Q.SOFA, hour), 0) })}</span>
      </p>
    </figure>
  );
}

interface HourSliderProps {
  readonly hour: number;
  readonly last: number;
  readonly onHour: (hour: number) => void;
}

/** Moves both pictures to an hour; it lies under the chart and shares its time axis. */
function HourSlider({ hour, last, onHour }: HourSliderProps): VNode {
  const jump = (event: KeyboardEvent): void => {
    const hours = SLIDER_KEYS[event.key];
    if (hours === undefined) return;
    event.preventDefault();
    onHour(Math.min(Math.max(hour + hours, 0), last));
  };
  const inset = (pixels: number): string => `calc(${((pixels / CHART.width) * 100).toFixed(3)}% - 0.5625rem)`;
  return (
    <input
      class="slider future-slider"
      type="range"
      min={0}
      max={last}
      step={1}
      value={hour}
      style={{ marginInlineStart: inset(CHART.left), marginInlineEnd: inset(CHART.right) }}
      aria-label={t('debrief.futures.hour')}
      aria-valuetext={t('debrief.futures.moment', { ...clockTime(hour) })}
      onInput={(event) => onHour(event.currentTarget.valueAsNumber)}
      onKeyDown={jump}
    />
  );
}
