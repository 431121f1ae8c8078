/** Rows of the evidence table that virtual trials give: effects, risks of an arm, and orders of effects. */
import type { Measured } from './evidenceTypes.ts';
import type { TrialResult } from './trialEffects.ts';

/** Where a row is read in the result of a trial. */
interface Reading {
  readonly row: string;
  readonly endpoint: string;
  readonly arm: string;
  readonly stratum: string;
  /** The comparison with the control, or the mean of the arm itself; the effect unless said. */
  readonly of?: 'effect' | 'arm';
}

/** Which of two effects is to be smaller; a number stands for itself. */
type Order = readonly [Side, Side];
type Side = number | { readonly endpoint: string; readonly arm: string; readonly stratum: string };

interface TrialRows {
  readonly trial: string;
  readonly readings: readonly Reading[];
  readonly orders: readonly { readonly row: string; readonly smallerFirst: readonly Order[] }[];
}

const DEX = { endpoint: 'death', arm: 'dexamethasone' } as const;
const TOCILIZUMAB = { arm: 'tocilizumab', stratum: 'all' } as const;
const REMDESIVIR = { endpoint: 'death', arm: 'remdesivir' } as const;
const HYDROCORTISONE = { arm: 'hydrocortisone', stratum: 'all' } as const;
const OBSERVED = { arm: 'observed', stratum: 'all' } as const;
const USUAL = { endpoint: 'death', arm: 'usualCare', of: 'arm' } as const;

const TRIAL_ROWS: readonly TrialRows[] = [
  {
    trial: 'recovery-dex',
    readings: [
      { row: 'recovery-dex.ventilated', ...DEX, stratum: 'ventilated' },
      { row: 'recovery-dex.oxygen', ...DEX, stratum: 'oxygen' },
      { row: 'recovery-dex.none', ...DEX, stratum: 'noOxygen' },
      { row: 'recovery-dex.all', ...DEX, stratum: 'all' },
      { row: 'recovery-dex.risk-ventilated', ...USUAL, stratum: 'ventilated' },
      { row: 'recovery-dex.risk-oxygen', ...USUAL, stratum: 'oxygen' },
      { row: 'recovery-dex.risk-none', ...USUAL, stratum: 'noOxygen' },
    ],
    orders: [
      {
        row: 'recovery-dex.order',
        smallerFirst: [
          [
            { ...DEX, stratum: 'ventilated' },
            { ...DEX, stratum: 'oxygen' },
          ],
          [
            { ...DEX, stratum: 'oxygen' },
            { ...DEX, stratum: 'noOxygen' },
          ],
        ],
      },
    ],
  },
  {
    trial: 'recovery-toci',
    readings: [
      { row: 'recovery-toci.all', ...TOCILIZUMAB, endpoint: 'death' },
      { row: 'recovery-toci.ventilation-or-death', ...TOCILIZUMAB, endpoint: 'ventilationOrDeath' },
    ],
    orders: [],
  },
  {
    trial: 'recovery-toci-steroid',
    readings: [{ row: 'recovery-toci.on-steroid', ...TOCILIZUMAB, endpoint: 'death' }],
    orders: [],
  },
  {
    trial: 'actt1',
    readings: [
      { row: 'actt1.recovery', endpoint: 'recovery', arm: 'remdesivir', stratum: 'all' },
      { row: 'actt1.death-low-flow', ...REMDESIVIR, stratum: 'lowFlow' },
      { row: 'actt1.death-ventilated', ...REMDESIVIR, stratum: 'ventilated' },
    ],
    orders: [
      {
        row: 'actt1.order',
        smallerFirst: [
          [{ ...REMDESIVIR, stratum: 'lowFlow' }, 1],
          [
            { ...REMDESIVIR, stratum: 'lowFlow' },
            { ...REMDESIVIR, stratum: 'ventilated' },
          ],
        ],
      },
    ],
  },
  {
    trial: 'corticus',
    readings: [
      { row: 'corticus.death', ...HYDROCORTISONE, endpoint: 'death' },
      { row: 'corticus.shock', ...HYDROCORTISONE, endpoint: 'shockReversal' },
      { row: 'corticus.superinfection', ...HYDROCORTISONE, endpoint: 'superinfection' },
    ],
    orders: [
      {
        row: 'corticus.order',
        smallerFirst: [
          [{ ...HYDROCORTISONE, endpoint: 'shockReversal' }, 1],
          [1, { ...HYDROCORTISONE, endpoint: 'death' }],
          [1, { ...HYDROCORTISONE, endpoint: 'superinfection' }],
        ],
      },
    ],
  },
  {
    trial: 'crs-grades',
    readings: [
      { row: 'crs-grades.any', ...OBSERVED, endpoint: 'any' },
      { row: 'crs-grades.severe', ...OBSERVED, endpoint: 'severe' },
    ],
    orders: [],
  },
  {
    trial: 'crs-toci',
    readings: [{ row: 'crs-toci', ...TOCILIZUMAB, endpoint: 'resolved' }],
    orders: [],
  },
  ...(
    [
      ['il6-covid19', 'covid'],
      ['il6-ards', 'ards'],
      ['il6-sepsis', 'sepsis'],
      ['il6-cart', 'cart'],
    ] as const
  ).map(([trial, row]) => ({
    trial,
    readings: [{ row: `il6-syndromes.${row}`, ...OBSERVED, endpoint: 'IL6' }],
    orders: [],
  })),
];

/** Ids of the trials that the table needs. */
export const EVIDENCE_TRIALS: readonly string[] = TRIAL_ROWS.map(({ trial }) => trial);

/**
 * The rows of one trial.
 *
 * @throws Error when the trial has not what a row is read from
 */
export function trialRows(result: TrialResult): Measured[] {
  const rows = TRIAL_ROWS.find(({ trial }) => trial === result.trial);
  if (!rows) throw new Error(`no row is read from ${result.trial}`);
  return [
    ...rows.readings.map((reading) => read(result, reading)),
    ...rows.orders.map(({ row, smallerFirst }) => ({ row, ...held(result, smallerFirst) })),
  ];
}

function read(result: TrialResult, { row, endpoint, arm, stratum, of = 'effect' }: Reading): Measured {
  const { entered } = result.patients;
  if (of === 'arm') {
    const found = result.outcomes.find(
      (outcome) => outcome.endpoint === endpoint && outcome.id === arm && outcome.stratum === stratum,
    );
    if (!found) throw new Error(`${result.trial} has no outcome for ${row}`);
    return { row, value: found.mean, note: { code: 'trialArm', values: { patients: found.n, entered } } };
  }
  const { estimate, low, high, measure } = effectOf(result, { endpoint, arm, stratum });
  const patients = patientsOf(result, { endpoint, arm, stratum });
  const beside = result.effects.find(
    (other) => other.endpoint === endpoint && other.stratum === stratum && other.arm !== arm,
  );
  const alone = measure === 'fraction' && beside !== undefined && beside.estimate !== null;
  return {
    row,
    value: estimate,
    ...(low === null || high === null ? {} : { low, high }),
    note: alone
      ? {
          code: 'trialShare',
          values: { patients, entered, arm: beside.arm, share: beside.estimate ?? 0 },
        }
      : { code: 'trialEffect', values: { patients, entered } },
  };
}

function effectOf(result: TrialResult, side: Exclude<Side, number>): TrialResult['effects'][number] {
  const found = result.effects.find(
    ({ endpoint, arm, stratum }) =>
      endpoint === side.endpoint && arm === side.arm && stratum === side.stratum,
  );
  if (!found) throw new Error(`${result.trial} has no effect of ${side.arm} on ${side.endpoint}`);
  return found;
}

function patientsOf(result: TrialResult, side: Exclude<Side, number>): number {
  const found = result.outcomes.find(
    ({ endpoint, id, stratum }) => endpoint === side.endpoint && id === side.arm && stratum === side.stratum,
  );
  return found?.n ?? 0;
}

/** How many comparisons hold. One without an answer does not. */
function held(result: TrialResult, orders: readonly Order[]): Pick<Measured, 'value' | 'note'> {
  const sideValue = (side: Side): number | null =>
    typeof side === 'number' ? side : effectOf(result, side).estimate;
  const holding = orders.filter(([first, second]) => {
    const [smaller, larger] = [sideValue(first), sideValue(second)];
    return smaller !== null && larger !== null && smaller < larger;
  });
  return {
    value: holding.length,
    note: { code: 'order', values: { holding: holding.length, all: orders.length } },
  };
}
