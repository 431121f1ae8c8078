/** Writes the published JSON Schemas of levels and decision logs from the schemas that parse them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { levelSchema } from '../src/schema/levelSchema.ts';
import { decisionLogSchema } from '../src/schema/logSchema.ts';

const HEADS = [
  { file: 'level.schema.json', title: 'Stormward level, format 1', schema: levelSchema },
  { file: 'log.schema.json', title: 'Stormward decision log, format 1', schema: decisionLogSchema },
] as const;

/** File name in levels/ and text of every published schema. */
export function publishedSchemas(): readonly { readonly file: string; readonly text: string }[] {
  return HEADS.map(({ file, title, schema }) => {
    // Finiteness needs no word in JSON, which has no infinite numbers.
    const { $schema, ...rest } = toJsonSchema(schema, { ignoreActions: ['finite'] });
    return { file, text: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n` };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of publishedSchemas()) {
    writeFileSync(new URL(`../levels/${file}`, import.meta.url), text);
    console.log(`levels/${file}`);
  }
}
