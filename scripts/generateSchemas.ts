/** Writes the published JSON Schemas of levels, decision logs, trees, evidence and trials from the schemas that parse them. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { evidenceSchema } from '../src/schema/evidenceSchema.ts';
import { levelSchema } from '../src/schema/levelSchema.ts';
import { decisionLogSchema } from '../src/schema/logSchema.ts';
import { branchTreeSchema } from '../src/schema/treeSchema.ts';
import { trialSchema } from '../src/schema/trialSchema.ts';

const HEADS = [
  { file: 'levels/level.schema.json', title: 'Stormward level, format 1', schema: levelSchema },
  { file: 'levels/log.schema.json', title: 'Stormward decision log, format 1', schema: decisionLogSchema },
  {
    file: 'levels/tree.schema.json',
    title: 'Stormward tree of branches, format 1',
    schema: branchTreeSchema,
  },
  {
    file: 'evidence/evidence.schema.json',
    title: 'Stormward published evidence, format 1',
    schema: evidenceSchema,
  },
  { file: 'evidence/trial.schema.json', title: 'Stormward virtual trial, format 1', schema: trialSchema },
] as const;

/** Path and text of every published schema. */
export function publishedSchemas(): readonly { readonly file: string; readonly text: string }[] {
  return HEADS.map(({ file, title, schema }) => {
    // Finiteness needs no word in JSON, which has no infinite numbers.
    const { $schema, ...rest } = toJsonSchema(schema, { ignoreActions: ['finite'] });
    return { file, text: `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n` };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of publishedSchemas()) {
    writeFileSync(new URL(`../${file}`, import.meta.url), text);
    console.log(file);
  }
}
