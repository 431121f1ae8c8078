/** Brings the words of this part of the class page. */
import { addWords, t } from '../../../text/catalogue.ts';
import words from '../../../text/en/classStudent.json' with { type: 'json' };

addWords('classStudent', words);

export { t };
