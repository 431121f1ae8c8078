/** The model as a COMBINE archive, or as SBML alone, for download. What writes it is loaded when it is asked for. */
import type { Level } from '../engine/types.ts';
import { TRIGGER_DEFINITIONS } from '../model/definition/triggers.ts';
import type { PlayedGame } from '../sbml/exportedCourse.ts';

export interface ModelFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ModelArchive extends ModelFile {
  readonly mediaType: 'application/zip';
}

/** The untreated illness of a trigger. Throws on an unknown trigger. */
export async function archiveOfTrigger(trigger: string): Promise<ModelArchive> {
  const { combineArchive, courseOfTrigger } = await loadExport();
  return pack(trigger, combineArchive(courseOfTrigger(trigger, nameOf(trigger))));
}

/** The SBML document of a trigger's untreated illness. Throws on an unknown trigger. */
export async function sbmlOfTrigger(trigger: string): Promise<ModelFile> {
  const [{ sbmlText }, { courseOfTrigger }] = await Promise.all([
    import('../sbml/modelSbml.ts'),
    import('../sbml/exportedCourse.ts'),
  ]);
  const bytes = new TextEncoder().encode(sbmlText(courseOfTrigger(trigger, nameOf(trigger))));
  return { fileName: `stormward-${trigger}.xml`, mediaType: 'application/sbml+xml', bytes };
}

function nameOf(trigger: string): string {
  return TRIGGER_DEFINITIONS.find(({ id }) => id === trigger)?.name ?? trigger;
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
