/** The model in C, eight patients side by side: the calibration runs a cohort some ten thousand times. */
import { MORTALITY } from '../../src/analysis/mortality.ts';
import { PARAMETERS, Q, SPECIES } from '../../src/model/generated/system.ts';
import { cRightHandSide } from '../modelCode.ts';

/** Right-hand side of one patient, turned into that of a vector of patients. */
function vectorRightHandSide(): string {
  const whole = cRightHandSide();
  return whole
    .slice(whole.indexOf('void rightHandSide'))
    .replace('void rightHandSide', 'static void rightHandSide')
    .replaceAll('const double *restrict', 'const lanes *restrict')
    .replaceAll('double *restrict', 'lanes *restrict')
    .replaceAll('const double ', 'const lanes ')
    .replace(/(dy\[\d+\] = )(-?[\d.]+);/g, '$1($2) + (lanes){0};')
    .replace(/(const lanes \w+ = )(-?[\d.]+);/g, '$1($2) + (lanes){0};')
    .replace(/\bsqrt\(/g, 'laneSqrt(')
    .replace(/\bleast\(/g, 'laneMin(')
    .replace(/\blargest\(/g, 'laneMax(');
}

const HEAD = `#include <string.h>
#define LANES 8
#define NS ${SPECIES.length}
#define NP ${PARAMETERS.length}
typedef double lanes __attribute__((vector_size(64)));
static inline lanes laneSqrt(lanes x) { lanes r; for (int i = 0; i < LANES; i++) r[i] = __builtin_sqrt(x[i]); return r; }
static inline lanes larger(lanes a, lanes b) { lanes r; for (int i = 0; i < LANES; i++) r[i] = a[i] > b[i] ? a[i] : b[i]; return r; }
#define laneMax(a, b) larger((a) + (lanes){0}, (b) + (lanes){0})
#define laneMin(a, b) (-larger(-(a) + (lanes){0}, -(b) + (lanes){0}))
`;

/** Areas as in src/analysis/mortality.ts: organs, virus, bacteria, in days; then peaks of Lu, IL6, B. */
const AREAS = `
      lanes lung = y[${Q.Lu}] / ${MORTALITY.lung}, mild = y[${Q.Lu}] / ${MORTALITY.lungShared};
      lanes heart = y[${Q.He}] / ${MORTALITY.heart}, kidney = y[${Q.Ki}] / ${MORTALITY.kidney};
      lung *= lung; lung *= lung; lung *= lung; mild *= mild; mild *= mild; heart *= heart; kidney *= kidney;
      sum[0] += (lung / (1 + lung) + ${MORTALITY.lungSharedWeight} * mild / (1 + mild) + ${MORTALITY.heartKidneyWeight} * (heart / (1 + heart) + kidney / (1 + kidney))) * (h / 24);
      sum[1] += y[${Q.V}] / (y[${Q.V}] + ${MORTALITY.virusLoad}.0) * (h / 24);
      sum[2] += y[${Q.B}] / (y[${Q.B}] + ${MORTALITY.bacterialLoad}) * (h / 24);
      sum[3] = laneMax(sum[3], y[${Q.Lu}]); sum[4] = laneMax(sum[4], y[${Q.IL6}]); sum[5] = laneMax(sum[5], y[${Q.B}]);`;

const RUN = `
static void step(lanes *y, const lanes *p, double h) {
  lanes k1[NS], k2[NS], k3[NS], k4[NS], s[NS];
  rightHandSide(y, p, k1); for (int i = 0; i < NS; i++) s[i] = y[i] + h / 2 * k1[i];
  rightHandSide(s, p, k2); for (int i = 0; i < NS; i++) s[i] = y[i] + h / 2 * k2[i];
  rightHandSide(s, p, k3); for (int i = 0; i < NS; i++) s[i] = y[i] + h * k3[i];
  rightHandSide(s, p, k4); for (int i = 0; i < NS; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
}
/* states n x NS (in, final out), parameters n x NP; snapshots n x shots x kept of the species keep, every stride steps, or 0;
   last: n steps at which the final state of a patient is taken, or 0; areas n x 6 or 0; doses: their step, species and amounts n each. */
void run(int n, double *states, const double *parameters, int steps, double h, int stride, double *snapshots, int shots,
         int kept, const int *keep, const int *last, double *areas, int doses, const int *doseStep,
         const int *doseSpecies, const double *amounts) {
  for (int b = 0; b < n; b += LANES) {
    lanes y[NS], p[NP], sum[6];
    int width = n - b < LANES ? n - b : LANES;
    memset(sum, 0, sizeof sum);
    for (int l = 0; l < LANES; l++) {
      long q = b + (l < width ? l : 0);
      for (int i = 0; i < NS; i++) y[i][l] = states[q * NS + i];
      for (int i = 0; i < NP; i++) p[i][l] = parameters[q * NP + i];
    }
    for (int s = 0; s <= steps; s++) {
      for (int d = 0; d < doses; d++)
        if (doseStep[d] == s) for (int l = 0; l < width; l++) y[doseSpecies[d]][l] += amounts[(long)d * n + b + l];
      if (snapshots && s % stride == 0 && s / stride < shots)
        for (int l = 0; l < width; l++)
          for (int k = 0; k < kept; k++) snapshots[((long)(b + l) * shots + s / stride) * kept + k] = y[keep[k]][l];
      if (last)
        for (int l = 0; l < width; l++)
          if (last[b + l] == s) for (int i = 0; i < NS; i++) states[(long)(b + l) * NS + i] = y[i][l];
      if (s == steps) break;
      if (areas) {${AREAS}
      }
      step(y, p, h);
    }
    for (int l = 0; l < width; l++) {
      if (!last) for (int i = 0; i < NS; i++) states[(long)(b + l) * NS + i] = y[i][l];
      if (areas) for (int k = 0; k < 6; k++) areas[(long)(b + l) * 6 + k] = sum[k][l];
    }
  }
}
`;

/** A C program library with one function, \`run\`. Rounding differs from the game's kernels; the equations are the same. */
export function vectorKernel(): string {
  return HEAD + vectorRightHandSide() + RUN;
}
