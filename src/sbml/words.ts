/** Brings the words of the exported files, which the first page does without. */
import { addWords, t } from '../text/catalogue.ts';
import words from '../text/en/sbml.json' with { type: 'json' };

addWords('sbml', words);

export { t };
