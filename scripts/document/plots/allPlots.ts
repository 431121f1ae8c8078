/** Every picture of docs/images/model. */
import { ENDOTOXIN_PLOT } from './endotoxinPlot.ts';
import { filesOf, type Plot, type PlotFile } from './render.ts';
import { THRESHOLD_PLOT } from './thresholdPlot.ts';
import { hasTrials, TRIALS_PLOT } from './trialsPlot.ts';
import { TRIGGER_PLOTS } from './triggerPlots.ts';

/** The plots in reading order; that of the trials exists once the table of evidence holds trials. */
export function allPlots(): readonly Plot[] {
  return [ENDOTOXIN_PLOT, ...TRIGGER_PLOTS, THRESHOLD_PLOT, ...(hasTrials() ? [TRIALS_PLOT] : [])];
}

/** Every file of them. */
export async function plotFiles(): Promise<PlotFile[]> {
  const files: PlotFile[] = [];
  for (const plot of allPlots()) files.push(...(await filesOf(plot)));
  return files;
}
