/**
 * What each part of the score weighs. All of it is ours: a choice of what the
 * game teaches, tuned so that under-treating and over-treating both lose.
 */
export const SCORE_RULES = {
  /** Points of each part; they add up to 100. */
  organs: 50,
  guard: 30,
  stewardship: 20,
  /** SOFA points counted for each day that was left when the patient died: the worst sum there is. */
  sofaOfTheDead: 24,
  /** For each day of wholly lost immune competence beyond that of the best known policy. */
  guardPointsPerDay: 3,
  /** For each hour with bacteria at or above 1e6 CFU/mL: two and a half days cost everything. */
  secondInfectionPointsPerHour: 0.5,
  /** For each dose that had nothing to act on, by how much harm and cost such a dose brings. */
  doseWithoutUse: {
    antiviral: 1,
    nirmatrelvir: 0.5,
    // Twenty-one doses are a course: one course for nothing costs half of the part.
    antibiotic: 0.5,
    dexamethasone: 1.5,
    // Four doses a day.
    hydrocortisone: 0.5,
    tocilizumab: 6,
    siltuximab: 6,
    anakinra: 1.5,
    baricitinib: 1.5,
    tnfBlocker: 6,
    fluids: 2,
    norepinephrine: 0,
    renalReplacement: 0,
  },
  /** For each hour of norepinephrine at a pressure above 75 mmHg. */
  norepinephrinePointsPerHour: 0.25,
  /** For each hour of oxygen at a saturation above 98 %. */
  oxygenPointsPerHour: 0.02,
  /** For each test repeated within six hours while its value had hardly moved. */
  testTooSoon: 0.5,
} as const;
