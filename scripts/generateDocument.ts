/** Writes the model's document for its page in the game: src/model/generated/document.json. Part of `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { documentText } from './document/modelDocument.ts';

const PATH = 'src/model/generated/document.json';
writeFileSync(new URL(`../${PATH}`, import.meta.url), documentText());
console.log(`wrote ${PATH}`);
