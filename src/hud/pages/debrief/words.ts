/** Brings the words of the debrief; every file of it takes them from here. */
import { addWords, t } from '../../../text/catalogue.ts';
import words from '../../../text/en/debrief.json' with { type: 'json' };

addWords('debrief', words);

export { t };
