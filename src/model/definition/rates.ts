import type { RateDefinition } from './types.ts';

const d = (species: string, expression: string): RateDefinition => ({ species, expression });

/** Time derivatives, per hour, in the order of the species. */
export const RATE_DEFINITIONS: readonly RateDefinition[] = [
  d('T', '-inf + rT * (1 - T - I)'),
  d('I', 'inf - delta * I - kZ * Z * kill * I - kNI * Nl * I'),
  d('V', 'pV * I * (1 - av / (av + Kav)) / (1 + F) - (cV + kAb * Z * (1 - halfGz * gZ * gr)) * V'),
  d('F', 'kF * wF * up(I, KF, 1) - dF * F'),
  d('Z', 'kZp * up(I, KZ, 1) * (Z + Z0) * (1 - Z) * kill - dZ * Z'),
  d(
    'B',
    'kpg * B * (1 - B / Bmax) - kpm * sm * B / (mum + kmp * B) * wall - kpn * Ne * B - kBl * Nl * aL * B - eab * B + seed * (s0 + sLu * Lu) * (1 + sVent * vent)',
  ),
  d('L', 'lyse * eab * B - kpe * L'),
  d('C', 'rho * ca * (1 - C / Cmax) - dC * C'),
  d('A', '-kA * C * A - dA * A + gA * up(C, CgA, 1) * (1 - A)'),
  d('G', '(1 - halfGc * gc) * (kGC * ca + kGZ * Z * I) - kG * G'),
  d('J', 'kJN * N + kJG * uG - kJ * J'),
  d('Nl', 'rN * Rl / (1 + Rl) - dNl * Nl'),
  d('K', 'kKp * Nl^1.5 * synth - kK * K'),
  d('X', 'kX * Qx / (1 + Qx) * (1 - X) / (1 + (cs / xO)^2) - dX * X'),
  d('N', 'snr * R / (munr + R) - mun * N'),
  d('D', 'kdn * up(Ne, xdn, 6) + kDO * cs - mud * (1 + mX * X^2) * D'),
  d('CA', 'sc + kcn * Q / (1 + Q) - muc * CA'),
  d('mr', 'ks * (1 + gN * N) * (mr0 - mr) - act'),
  d('ma', 'act - kma * ma'),
  d(
    'TNF',
    'synth * (ktnfm * M * dn(IL10, KT10, 3) * dn(S6, K66, 2) + kNT * N^2) + kCT * ca - ktnf * (TNF - stnf)',
  ),
  d(
    'IL6',
    'synth * (M * (k6m + k6tnf * up(TNF, K6t, 2)) * dn(S6, K66, 1) * dn(IL10, K610, 4) + kN6 * N^2.5 * (1 + gG * uG) + kG6 * uG * (0.5 + Je) + kB6 * B / (B + KB)) + ksp * K * (sp0 + sp1 * Lu) - k6 * (1 - fR * occ) * (IL6 - s6)',
  ),
  d(
    'IL10',
    '(1 + g10 * gr) * (M * (k10m + k106 * up(S6, K66, 3.75)) + kN10 * N^2 + kG10 * uG) - k10 * (IL10 - s10)',
  ),
  d('CS', 'kcs * (up(S6, Kcs, 1.25) - CS)'),
  d('CRP', 'kcrp * CS - kcrpd * (CRP - crp0)'),
  d(
    'Temp',
    '(tGain * (tTNF * up(max(TNF - stnf, 0), K6t, 0.75) + tIL6 * up(max(S6 - s6, 0), K66, 0.75) - tIL10 * up(max(IL10 - s10, 0), K610, 1) + tF * F / (F + KtF)) + Temp0 - Temp) / tauT',
  ),
  d(
    'E',
    'kE * (wET * up(TNF, KET, 2) + wE6 * up(S6, K6E, 1) + wEN * up(Ne, KEN, 2) + wEG * uG + wEB * up(B, KEB, 3)) * (1 - E) - dE * E',
  ),
  d(
    'Lu',
    '(kLu * (Ke / (Ke + KLu) + lI * I + lB * B / (B + KB) + lE * uE) + casc * cs + kVili * vent + kFlLu * E * Fl) * (1 - Lu) - rLu * (1 + rX * X) * Lu',
  ),
  d(
    'He',
    '(kHe * uE * (up(TNF, KET, 2) + up(S6, K6H, 1)) + casc * cs + kHeNe * ne) * (1 - He) - dOrgan * He',
  ),
  d('Ki', '(kKi * uE + cKi * casc * cs) * (1 - Ki) - dOrgan * Ki'),
  d('tocC', '-(CLt + Qt) * Ct - Vmt * Ct / (Kmt2 + Ct) + Qt * tocP / V2t'),
  d('tocP', 'Qt * Ct - Qt * tocP / V2t'),
  d('dexC', '-(CLd + Qd) * dexC / Vcd + Qd * dexP / Vpd'),
  d('dexP', 'Qd * dexC / Vcd - Qd * dexP / Vpd'),
  d('gr', 'kgr * (Cd / (Cd + ECd) - gr)'),
  d('av', '-kav * av'),
  d('ab', '-kabd * ab'),
  d('ak', '-kak * ak'),
  d('ferritin', 'kFe * (Fe0 + fe6 * up(S6, KFe, 1) + feN * up(N, KFeN, 2) + feG * uG - ferritin)'),
  d('creatinine', 'kCr * (Cr0 - creatinine * (1 - Ki) - crRrt * rrt * creatinine)'),
  d('troponin', 'kTn * (Tn0 + tnHe * He^2 - troponin)'),
  d('platelets', 'kPl * (Pl0 * (1 - plE * up(E, KPl, 2)) - platelets)'),
  d('bilirubin', 'kBi * (Bi0 + biE * up(E, KBi, 3) + biS * shock - bilirubin)'),
  d('lactate', 'kLa * (La0 + laS * shock + laO * hypoxia + laE * uE - lactate)'),
  d('Fl', '-(kFlOut + kFlE * E) * Fl'),
  d('ne', '0'),
  d('fio2', '0'),
  d('vent', '0'),
  d('rrt', '0'),
];
