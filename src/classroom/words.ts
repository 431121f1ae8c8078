/** Brings the words of the class, and the safe lists of its names, for what comes later than the first page. */
import { addWords, t, tAny } from '../text/catalogue.ts';
import words from '../text/en/class.json' with { type: 'json' };
import names from '../text/en/names.json' with { type: 'json' };

addWords('class', words);
addWords('names', names);

export { t, tAny };
