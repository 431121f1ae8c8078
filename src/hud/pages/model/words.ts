/** Brings the words of this page; every file of it takes them from here. */

import { addWords, t, tAny } from '../../../text/catalogue.ts';
import words from '../../../text/en/model.json' with { type: 'json' };

addWords('model', words);

export { t, tAny };
