/** Brings the words of this part of the class page. */
import { addWords, t } from '../../../text/catalogue.ts';
import words from '../../../text/en/classTeacher.json' with { type: 'json' };

addWords('classTeacher', words);

export { t };
