/** docs/model.md: hand-written prose, with the parts between its markers generated. */
import { readFileSync } from 'node:fs';
import { calibration } from './calibrationSection.ts';
import {
  endotoxin,
  evidence,
  mortality,
  robustness,
  threshold,
  thresholdPicture,
} from './evidenceSections.ts';
import { fillIn } from './markdown.ts';
import { modelDocument } from './modelDocument.ts';
import { counts, drugs, notation, processes, sources, triggers } from './processSections.ts';

export const PAGE = 'docs/model.md';

/** The page as it should be: its own prose with every generated part written anew. */
export function modelPage(): string {
  const model = modelDocument();
  const text = readFileSync(new URL(`../../${PAGE}`, import.meta.url), 'utf8');
  return fillIn(text, {
    counts: counts(model),
    'threshold-picture': thresholdPicture(),
    threshold: threshold(model),
    notation: notation(model),
    processes: processes(model),
    triggers: triggers(model),
    drugs: drugs(model),
    mortality: mortality(),
    endotoxin: endotoxin(),
    evidence: evidence(),
    calibration: calibration(),
    robustness: robustness(),
    sources: sources(model),
  });
}
