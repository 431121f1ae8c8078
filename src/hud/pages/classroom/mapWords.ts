/** Brings the words of this part of the class page. */
import { addWords, t } from '../../../text/catalogue.ts';
import words from '../../../text/en/classMap.json' with { type: 'json' };

addWords('classMap', words);

export { t };
