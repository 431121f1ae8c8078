/** Decisions on the trend chart, and the inks that it is drawn with. */
import type uPlot from 'uplot';
import { t } from '../text/catalogue.ts';
import type { DecisionMark } from './decisionMarks.ts';
import { treatmentName } from './doses.ts';

/** Heights of the plot, in rem, from which there is room for names. */
export const LOWEST_FOR_NAMES = 10;

export interface Inks {
  readonly text: string;
  readonly grid: string;
  readonly drug: string;
  readonly font: string;
  readonly rem: number;
  ink(property: string): string;
}

export function inksOf(host: HTMLElement): Inks {
  const style = getComputedStyle(host);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const ink = (property: string): string => style.getPropertyValue(property).trim();
  return {
    text: ink('--quiet'),
    grid: ink('--line'),
    drug: ink('--drug'),
    font: `${Math.max(11, rem * 0.6875)}px ${ink('--font-number')}`,
    rem,
    ink,
  };
}

interface NamedLine {
  readonly x: number;
  readonly mark: DecisionMark;
  /** Names to write at this line; '' when they stand at the line before. */
  readonly names: string;
}

/** Lines that are closer than a line of text share one name, written at the first of them. */
function namedLines(plot: uPlot, marks: readonly DecisionMark[], lineHeight: number): readonly NamedLine[] {
  const lines: { x: number; mark: DecisionMark; names: string }[] = [];
  let head: { x: number; mark: DecisionMark; names: string } | null = null;
  for (const mark of marks) {
    const name = treatmentName(mark.symbol);
    const words = mark.stops ? t('hud.log.stopped', { treatment: name }) : name;
    const line = { x: plot.valToPos(mark.hour, 'x', true), mark, names: '' };
    lines.push(line);
    if (head && line.x - head.x < lineHeight) {
      if (!head.names.split(', ').includes(words)) head.names += `, ${words}`;
    } else {
      line.names = words;
      head = line;
    }
  }
  return lines;
}

/** A thin line and a name for every decision about a treatment. */
export function drawMarks(plot: uPlot, marks: readonly DecisionMark[], inks: Inks): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  ctx.save();
  ctx.strokeStyle = inks.drug;
  ctx.fillStyle = inks.drug;
  ctx.font = inks.font.replace(/^[\d.]+px/, (size) => `${Number.parseFloat(size) * ratio}px`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.lineWidth = ratio;
  const namesFit = bbox.height > LOWEST_FOR_NAMES * inks.rem * ratio;
  for (const { x, mark, names } of namedLines(plot, marks, inks.rem * ratio)) {
    ctx.globalAlpha = 0.55;
    ctx.setLineDash(mark.stops ? [3 * ratio, 3 * ratio] : []);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    if (!namesFit || names === '') continue;
    ctx.globalAlpha = 0.95;
    ctx.save();
    ctx.translate(x - 3 * ratio, bbox.top + bbox.height - 4 * ratio);
    ctx.rotate(-Math.PI / 2);
    ctx.textBaseline = 'bottom';
    ctx.fillText(names, 0, 0);
    ctx.restore();
  }
  ctx.restore();
}
