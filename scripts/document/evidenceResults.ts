/** The table of evidence as the command line wrote it: evidence/results.json. */
import type { EvidenceResults, ResultRow } from '../../src/cli/evidenceOutput.ts';
import { loadEvidenceResults } from '../../src/levels/nodeEvidence.ts';

export type { ResultRow };

/** The results that are committed; `npm run -s cli -- evidence --write` measures them anew. */
export const evidenceResults = (): EvidenceResults => loadEvidenceResults() as EvidenceResults;
