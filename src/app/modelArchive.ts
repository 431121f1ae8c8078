/** The model as a COMBINE archive for download. What writes it is loaded when it is asked for. */
import type { Level } from '../engine/types.ts';
import { TRIGGER_DEFINITIONS } from '../model/definition/triggers.ts';
import type { PlayedGame } from '../sbml/exportedCourse.ts';

export interface ModelArchive {
  readonly fileName: string;
  readonly mediaType: 'application/zip';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The untreated illness of a trigger. Throws on an unknown trigger. */
export async function archiveOfTrigger(trigger: string): Promise<ModelArchive> {
  const { combineArchive, courseOfTrigger } = await loadExport();
  const name = TRIGGER_DEFINITIONS.find(({ id }) => id === trigger)?.name ?? trigger;
  return pack(trigger, combineArchive(courseOfTrigger(trigger, name)));
}

/** A game as it was played, from a log that replayLog accepts for this level. */
export async function archiveOfGame(level: Level, log: PlayedGame): Promise<ModelArchive> {
  const { combineArchive, courseOfLog } = await loadExport();
  return pack(level.id, combineArchive(courseOfLog(level, log, level.text.en?.title ?? level.id)));
}

async function loadExport() {
  const [{ combineArchive }, courses] = await Promise.all([
    import('../sbml/combineArchive.ts'),
    import('../sbml/exportedCourse.ts'),
  ]);
  return { combineArchive, ...courses };
}

function pack(id: string, bytes: Uint8Array<ArrayBuffer>): ModelArchive {
  return { fileName: `stormward-${id}.omex`, mediaType: 'application/zip', bytes };
}
