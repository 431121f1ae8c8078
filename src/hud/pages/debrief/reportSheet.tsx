import type { VNode } from 'preact';
import type { Debrief, Mark } from '../../../analysis/debrief/types.ts';
import type { Course, DebriefState, DebriefSubject } from '../../../app/debrief/types.ts';
import { clockTime, formatNumber } from '../../format.ts';
import { levelText } from '../words.ts';
import { linesOf } from './chartFrame.ts';
import { ReportChart } from './reportChart.tsx';
import { type ReportRow, reportRows } from './reportRows.ts';
import { SignBadge } from './signBadge.tsx';
import { t } from './words.ts';

const POINTS = 100;
const TICKS_PER_HOUR = 20;
const PARTS = ['organs', 'guard', 'stewardship'] as const;

interface SheetProps {
  readonly subject: DebriefSubject;
  readonly state: DebriefState;
}

/** The whole debrief as one page of paper: course, every decision with its answer, score, accuracy, and how sure. */
export function ReportSheet({ subject, state: { result, ghosts } }: SheetProps): VNode | null {
  const { level, course } = subject;
  if (!result || !course) return null;
  const rows = reportRows(level, result.marks);
  return (
    <>
      <Head subject={subject} course={course} />
      <Figures subject={subject} course={course} result={result} />
      <h2>{t('debrief.report.chart')}</h2>
      <ReportChart lines={linesOf(course, t('debrief.page.you'), ghosts)} rows={rows} />
      <h2>{t('debrief.report.decisions')}</h2>
      <Rows rows={rows} />
      <p>{sureText(result)}</p>
      <p class="report-warning">{t('debrief.report.warning')}</p>
    </>
  );
}

function Head({ subject, course }: { readonly subject: DebriefSubject; readonly course: Course }): VNode {
  const { level, mode, log } = subject;
  const { title, subtitle } = levelText(level);
  const when = clockTime(course.endTick / TICKS_PER_HOUR);
  return (
    <header>
      <h1>{t('debrief.report.title', { level: title })}</h1>
      <p>
        {subtitle} · {t(`page.mode.${mode}`)} · <b>{t('page.notClinical')}</b>
      </p>
      <p class="report-facts">
        {t('debrief.report.outcome', { outcome: t(`page.outcome.${course.outcome}`), ...when })} ·{' '}
        {t('debrief.report.seed', { seed: log.seed })} ·{' '}
        {t('debrief.report.model', { version: log.model.version, hash: log.model.hash })} ·{' '}
        {t('debrief.report.tests', {
          count: course.commands.filter(({ command }) => command.type === 'lab').length,
        })}
      </p>
    </header>
  );
}

interface FiguresProps {
  readonly subject: DebriefSubject;
  readonly course: Course;
  readonly result: Debrief;
}

/** Score with its parts, and accuracy with what it is made of. */
function Figures({ subject, course: { score }, result }: FiguresProps): VNode {
  const { value, lost, atStake, worstLoss } = result.accuracy;
  return (
    <dl class="report-figures">
      <div>
        <dt>{t('debrief.page.score')}</dt>
        <dd>
          <b>{score.total}</b> {t('debrief.report.ofHundred')},{' '}
          {t('debrief.page.guidelineScore', { score: subject.level.scoring.guideline.total })}
        </dd>
      </div>
      {PARTS.map((part) => (
        <div key={part}>
          <dt>{t(`debrief.page.part.${part}`)}</dt>
          <dd>
            <b>{score[part]}</b> {t('debrief.report.ofMaximum', { maximum: score.maxima[part] })}
          </dd>
        </div>
      ))}
      <div class="report-accuracy">
        <dt>{t('debrief.accuracy.name')}</dt>
        <dd>
          <b>{t('debrief.accuracy.value', { value })}</b>{' '}
          {t('debrief.report.accuracy', {
            lost: pointsOf(lost),
            atStake: pointsOf(atStake),
            worst: pointsOf(worstLoss),
          })}
        </dd>
      </div>
    </dl>
  );
}

const COLUMNS = ['number', 'when', 'what', 'sign', 'change', 'better'] as const;

function Rows({ rows }: { readonly rows: readonly ReportRow[] }): VNode {
  if (rows.length === 0) return <p>{t('debrief.report.noRows')}</p>;
  return (
    <table>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`debrief.report.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <td>{row.number}</td>
            <td>{row.when}</td>
            <th scope="row">{row.what}</th>
            <td class="report-sign">
              <SignBadge mark={row.mark} size={0.95} /> {row.sign}
            </td>
            <td class="report-change">
              <b>{row.change}</b> ({row.interval})
            </td>
            <td>{row.better}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sureText({ marks, patients, seed }: Debrief): string {
  const noted = marks.filter(({ sign }: Mark) => sign !== '');
  if (noted.length === 0) return t('debrief.report.sureOfNothing', { patients, seed });
  const worth = Math.min(...marks.map(({ effectivePatients }) => effectivePatients));
  return t('debrief.report.sure', {
    patients,
    seed,
    count: noted.filter(({ unclear }) => unclear).length,
    all: noted.length,
    worth: formatNumber(worth, 0),
  });
}

function pointsOf(share: number): string {
  return formatNumber(POINTS * share, 0);
}
