/** Brings the words of what the class does behind its pages. */
import '../../classroom/words.ts';
import { addWords, t, tAny } from '../../text/catalogue.ts';
import words from '../../text/en/classApp.json' with { type: 'json' };

addWords('classApp', words);

export { t, tAny };
