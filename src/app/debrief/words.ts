/** Brings the words of the debrief for what its session says. */
import { addWords, t } from '../../text/catalogue.ts';
import words from '../../text/en/debrief.json' with { type: 'json' };

addWords('debrief', words);

export { t };
