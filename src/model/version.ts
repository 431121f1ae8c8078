import { DEFINITION_HASH } from './generated/system.ts';

/** Moves whenever a golden trajectory, outcome or score moves; see CHANGELOG, heading "Model". */
export const MODEL_VERSION = '1.2.0';

/** Fingerprint of the equations and constants, 16 hexadecimal digits. */
export const MODEL_HASH: string = DEFINITION_HASH;
