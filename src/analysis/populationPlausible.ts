/** Which drawn patients could be people: checked by short runs of the model, never by the outcome of their illness. */
import { TICKS_PER_HOUR } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import { type Patient, triggerSetup, withChanges } from '../model/triggers.ts';
import type { CohortKernel } from './cohortKernel.ts';
import { populationOf } from './population.ts';

/** Peaks after endotoxin 2 ng/kg in volunteers (Janum et al. 2016), pg/mL, and how far a person may be from them. */
const ENDOTOXIN_PEAKS = [
  { at: Q.TNF, mean: 335 },
  { at: Q.IL6, mean: 791 },
  { at: Q.IL10, mean: 48.8 },
] as const;
const ENDOTOXIN_FOLD = 3;
const ENDOTOXIN_DOSE = 2;
const ENDOTOXIN_HOURS = 6;
/** IL-6 in health, pg/mL (Herold et al. 2020), after a day without anything. */
const HIGHEST_BASELINE_IL6 = 10;
const BASELINE_HOURS = 24;
/** Virus has passed its peak for good when this share of it is left. */
const PAST_PEAK = 0.5;

type Test = (patients: readonly Patient[], kernel: CohortKernel) => boolean[];

/** True for each patient that passes: baseline IL-6, answer to endotoxin, and time of the viral peak where there is virus. */
export function plausible(trigger: string, patients: readonly Patient[], kernel: CohortKernel): boolean[] {
  const { virusPeaks } = populationOf(trigger);
  const tests = [calmInHealth, answersEndotoxin, ...(virusPeaks ? [virusPeaksWithin(virusPeaks)] : [])];
  return tests.reduce<boolean[]>(
    (passed, test) => {
      const left = patients.flatMap((_, index) => (passed[index] === true ? [index] : []));
      const results = test(
        left.map((index) => patients[index] as Patient),
        kernel,
      );
      const next = patients.map(() => false);
      for (const [place, index] of left.entries()) next[index] = results[place] === true;
      return next;
    },
    patients.map(() => true),
  );
}

/** The patient's parameters in the body of a healthy person. */
function inHealth(patient: Patient, initial: Readonly<Record<string, number>>): Patient {
  const healthy = withChanges(triggerSetup('health'), { initial });
  return { parameters: patient.parameters, initial: healthy.initial };
}

function calmInHealth(patients: readonly Patient[], kernel: CohortKernel): boolean[] {
  const passed = patients.map(() => false);
  const runs = patients.map((patient) => inHealth(patient, {}));
  kernel.run(runs, BASELINE_HOURS * TICKS_PER_HOUR, (index, tick, y) => {
    passed[index] = (y[Q.IL6] as number) < HIGHEST_BASELINE_IL6;
    return tick === 0;
  });
  return passed;
}

function answersEndotoxin(patients: readonly Patient[], kernel: CohortKernel): boolean[] {
  const peaks = patients.map(() => ENDOTOXIN_PEAKS.map(() => 0));
  const runs = patients.map((patient) => inHealth(patient, { L: ENDOTOXIN_DOSE }));
  kernel.run(runs, TICKS_PER_HOUR / 4, (index, tick, y) => {
    const own = peaks[index] as number[];
    for (const [place, { at }] of ENDOTOXIN_PEAKS.entries())
      own[place] = Math.max(own[place] as number, y[at] as number);
    return tick < ENDOTOXIN_HOURS * TICKS_PER_HOUR;
  });
  return peaks.map((own) =>
    ENDOTOXIN_PEAKS.every(({ mean }, place) => {
      const peak = own[place] as number;
      return peak <= mean * ENDOTOXIN_FOLD && peak >= mean / ENDOTOXIN_FOLD;
    }),
  );
}

function virusPeaksWithin([earliest, latest]: readonly [number, number]): Test {
  return (patients, kernel) => {
    const peaks = patients.map(() => ({ virus: 0, hour: 0 }));
    kernel.run(patients, TICKS_PER_HOUR, (index, tick, y) => {
      const hour = tick / TICKS_PER_HOUR;
      const virus = y[Q.V] as number;
      const peak = peaks[index] as { virus: number; hour: number };
      if (virus > peak.virus) {
        peak.virus = virus;
        peak.hour = hour;
      }
      return hour <= latest && !(hour >= earliest && virus < peak.virus * PAST_PEAK);
    });
    return peaks.map(({ hour }) => hour >= earliest && hour <= latest);
  };
}
