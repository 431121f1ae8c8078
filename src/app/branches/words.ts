/** Brings the words of the branches for what comes later than the first page. */
import { addWords, t, tAny } from '../../text/catalogue.ts';
import words from '../../text/en/branches.json' with { type: 'json' };

addWords('branches', words);

export { t, tAny };
