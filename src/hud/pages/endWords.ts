/** Brings the words of the end screen; every file that only it shows takes its words from here. */
import { addWords, t } from '../../text/catalogue.ts';
import words from '../../text/en/end.json' with { type: 'json' };

addWords('end', words);

export { t };
