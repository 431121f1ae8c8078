import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { type MarkListProps, useWalk } from './decisionLane.tsx';
import {
  byTime,
  changeOf,
  hourText,
  intervalText,
  isNoted,
  markName,
  markSentence,
  nameOf,
  pointsText,
  signText,
  windowText,
} from './markWords.ts';
import { SignBadge } from './signBadge.tsx';
import { t } from './words.ts';

/** The marks as a table: the same figures as in the lane. */
export function MarkTable({ level, marks, chosen, onChoose }: MarkListProps): VNode {
  const ordered = useMemo(() => byTime(marks), [marks]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="mark-table scrolls" tabIndex={0} aria-label={t('debrief.page.table.name')}>
      <table>
        <thead>
          <tr>
            {(['when', 'what', 'sign', 'change', 'interval'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`debrief.page.table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((mark) => (
            <tr key={mark.id} class={mark.id === chosen?.id ? 'chosen' : ''}>
              <td class="number">{mark.kind === 'decision' ? hourText(mark.tick) : windowText(mark)}</td>
              <th scope="row">
                <button
                  type="button"
                  class="table-mark"
                  aria-current={mark.id === chosen?.id ? 'true' : undefined}
                  onClick={() => onChoose(mark.id)}
                >
                  {markName(level, mark)}
                </button>
              </th>
              <td>
                <span class="table-sign">
                  <SignBadge mark={mark} size={1.25} /> {signText(mark)}
                </span>
              </td>
              <td class="number">{pointsText(changeOf(mark).value)}</td>
              <td class="number">{intervalText(changeOf(mark))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** On a phone the mark stands below the rows, out of sight. */
function showPanel(): void {
  document.querySelector('.mark-panel')?.scrollIntoView({ block: 'start' });
}

/** The marks as a list of rows, for a screen on which the lane has no room. */
export function MarkRows({ level, marks, chosen, onChoose }: MarkListProps): VNode {
  const ordered = useMemo(() => byTime(marks), [marks]);
  const { list, onKeyDown } = useWalk(ordered, onChoose);
  return (
    <ol class="mark-rows" aria-label={t('debrief.page.lane')} ref={list} onKeyDown={onKeyDown}>
      {ordered.map((mark) => (
        <li key={mark.id}>
          <button
            type="button"
            class={`mark-row sign-${nameOf(mark)} ${isNoted(mark) ? '' : 'even'}`}
            data-mark={mark.id}
            aria-current={mark.id === chosen?.id ? 'true' : undefined}
            tabIndex={mark.id === (chosen ?? ordered[0])?.id ? 0 : -1}
            onClick={() => {
              onChoose(mark.id);
              showPanel();
            }}
          >
            <span class="unseen">{markSentence(level, mark)}</span>
            <SignBadge mark={mark} size={1.75} />
            <span class="row-words" aria-hidden="true">
              <b>{markName(level, mark)}</b>
              <small>
                <span class="number">
                  {mark.kind === 'decision' ? hourText(mark.tick) : windowText(mark)}
                </span>
                {mark.unclear && ` · ${t('debrief.page.unclear')}`}
              </small>
            </span>
            <span class="row-change" aria-hidden="true">
              <b class="number">{pointsText(changeOf(mark).value)}</b>
              <small class="number">{intervalText(changeOf(mark))}</small>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
