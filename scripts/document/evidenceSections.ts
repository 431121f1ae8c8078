/** What the model is held against: threshold, mortality map, table of evidence, robustness; as Markdown. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { MORTALITY } from '../../src/analysis/mortality.ts';
import { DIALS, type Dial, NOT_BACK_IL6, THRESHOLD_DAY } from '../../src/analysis/threshold.ts';
import type { ModelDocument } from '../../src/model/document.ts';
import { MODEL_HASH } from '../../src/model/version.ts';
import { evidenceResults, type ResultRow } from './evidenceResults.ts';
import { block, folded, inline, numberText, picture, table, unitText } from './markdown.ts';
import { thresholdOf } from './measured.ts';
import { ENDOTOXIN_PLOT } from './plots/endotoxinPlot.ts';
import { THRESHOLD_PLOT } from './plots/thresholdPlot.ts';
import { hasTrials, TRIALS_PLOT } from './plots/trialsPlot.ts';

function thresholdLine(model: ModelDocument, dial: Dial): string {
  const found = thresholdOf(dial);
  const parameter = model.parameters.find(({ id }) => id === dial.id);
  const trigger = model.triggers.find(({ id }) => id === dial.trigger);
  const what = `${trigger?.name}, \`${dial.id}\` (${parameter?.name})`;
  if (!found) return `* ${what}: no threshold between ${numberText(dial.back)} and ${numberText(dial.lost)}.`;
  const unit = unitText(parameter?.unit ?? '1');
  return `* ${what}: **${numberText(Number(((found.back + found.lost) / 2).toPrecision(3)))}**${unit === '' ? '' : ` ${unit}`}.`;
}

/** The thresholds as measured now. */
export function threshold(model: ModelDocument): string {
  return [
    `The untreated body has not come back when its IL-6 is above ${NOT_BACK_IL6} pg/mL on day ${THRESHOLD_DAY}. The value at which that begins:`,
    DIALS.map((dial) => thresholdLine(model, dial)).join('\n'),
  ].join('\n\n');
}

/** The pictures that stand alone. */
export const thresholdPicture = (): string => picture(THRESHOLD_PLOT.name, THRESHOLD_PLOT.description);
export const endotoxin = (): string => picture(ENDOTOXIN_PLOT.name, ENDOTOXIN_PLOT.description);

/** The map from a course to a risk of death, with the constants that are in the code. */
export function mortality(): string {
  const { organ, virus, bacteria } = MORTALITY;
  const parts = '\\frac{a_O\\, O}{h_O + O} + \\frac{a_V\\, O_V}{h_V + O_V} + \\frac{a_B\\, O_B}{h_B + O_B}';
  const constants = [
    ['start', 'z_0', MORTALITY.intercept, ''],
    ['organs: most, half', 'a_O,\\; h_O', organ.most, numberText(organ.half)],
    ['virus: most, half', 'a_V,\\; h_V', virus.most, numberText(virus.half)],
    ['bacteria: most, half', 'a_B,\\; h_B', bacteria.most, numberText(bacteria.half)],
    ['each standard deviation of frailty', 'a_f', MORTALITY.frailty, ''],
    ['ventilated at entry', 'a_w', MORTALITY.ventilated, ''],
  ] as const;
  return [
    block(
      `z = z_0 + ${parts} + a_f\\, f + a_w\\, w, \\qquad \\text{risk} = \\frac{1}{2}\\left(1 + \\frac{z}{\\sqrt{1 + z^{2}}}\\right)`,
    ),
    table(
      ['part', 'symbol', 'value', 'half at, days'],
      constants.map(([name, symbol, value, half]) => [name, inline(symbol), numberText(value), half]),
    ),
    `An hour counts in ${inline('O')} by how far the lung is past ${MORTALITY.lung}, a little by the lung alone past ${MORTALITY.lungShared}, and by heart and kidney past ${MORTALITY.heart}; in ${inline('O_V')} by virus past ${numberText(MORTALITY.virusLoad)} copies/mL, in ${inline('O_B')} by bacteria past ${numberText(MORTALITY.bacterialLoad * 1e6)} CFU/mL. The sums run over ${MORTALITY.days} days after entry.`,
  ].join('\n\n');
}

const SIGN = { green: '🟢 green', yellow: '🟡 yellow', red: '🔴 red' } as const;

const withUnit = (text: string, unit: string): string =>
  unitText(unit) === '' ? text : `${text} ${unitText(unit)}`;

function evidenceRow({
  id,
  what,
  unit,
  use,
  published,
  model,
  ratio,
  color,
  confidence,
}: ResultRow): string[] {
  return [
    `${color === 'red' ? `**${what}**` : what} (\`${id}\`)`,
    use,
    `${withUnit(published.text, unit)}${confidence === 'recalled' ? ' (unconfirmed)' : ''}`,
    model.text,
    ratio === null ? '' : ratio.toFixed(2),
    SIGN[color],
  ];
}

/** The table of evidence, its rules, and why each row that is not green is not. */
export function evidence(): string {
  const { rows, rules, patients, seed, version, hash } = evidenceResults();
  const count = (color: ResultRow['color']): number => rows.filter((row) => row.color === color).length;
  const off = rows.filter(({ color }) => color !== 'green');
  const sourceOf = new Map(rows.map(({ item, source }) => [item, source]));
  return [
    ...(hash === MODEL_HASH
      ? []
      : ['**These rows were measured with an earlier state of the model and not yet again with this one.**']),
    `Measured with model ${version}, ${patients} patients in a cohort, seed ${seed}: ${count('green')} rows green, ${count('yellow')} yellow, ${count('red')} red.`,
    rules.map((rule) => `* ${rule}`).join('\n'),
    ...(hasTrials() ? [picture(TRIALS_PLOT.name, TRIALS_PLOT.description)] : []),
    table(['what', 'use', 'published', 'model', 'ratio', 'colour'], rows.map(evidenceRow)),
    '**Rows that are not green, and why**',
    off.length === 0
      ? 'There are none.'
      : off.map(({ id, what, color, note }) => `* ${SIGN[color]} ${what} (\`${id}\`): ${note}`).join('\n'),
    '**Where the published values come from**',
    [...sourceOf]
      .map(
        ([item, { text, doi }]) =>
          `* \`${item}\`: ${text}${doi === '' ? '' : `, [doi ${doi}](https://doi.org/${doi})`}`,
      )
      .join('\n'),
  ].join('\n\n');
}

interface Conclusion {
  readonly what: string;
  readonly robust: boolean;
  readonly note?: string;
}

const CALIBRATION = new URL('../../evidence/calibration/', import.meta.url);

function conclusions(): Conclusion[] {
  if (!existsSync(CALIBRATION)) return [];
  return readdirSync(CALIBRATION)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap(
      (name) =>
        (JSON.parse(readFileSync(new URL(name, CALIBRATION), 'utf8')).conclusions ?? []) as Conclusion[],
    );
}

/** Which conclusions survive when other parameter sets that fit as well are put in. */
export function robustness(): string {
  const found = conclusions();
  if (found.length === 0)
    return 'Other parameter sets that fit as well have not been run for this version, so no conclusion here has been tested against them.';
  const changing = found.filter(({ robust }) => !robust);
  const rows = (some: readonly Conclusion[]): string =>
    table(
      ['comparison', 'same side in all sets', ''],
      some.map(({ what, robust, note = '' }) => [what, robust ? 'yes' : '**no: not robust**', note]),
    );
  return [
    `Of ${found.length} comparisons of arms, ${found.length - changing.length} come out on the same side with the committed set and with all others; a ratio within 1 % of 1 counts as no difference.`,
    changing.length === 0 ? 'None changes its side.' : rows(changing),
    folded('All comparisons', rows(found)),
  ].join('\n\n');
}
