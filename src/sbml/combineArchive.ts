/** A COMBINE archive (.omex): the model, how to simulate it, and what the files are, in one zip. Runs in the browser too. */
import { strToU8, zipSync } from 'fflate';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import type { ExportedCourse } from './exportedCourse.ts';
import { sbmlText } from './modelSbml.ts';
import { FORMATS, NAMESPACES } from './namespaces.ts';
import { sedmlText } from './simulationSedml.ts';
import { t } from './words.ts';
import { element, escapeXml, xmlDocument } from './xml.ts';

const MODEL_FILE = 'model.xml';

/**
 * The bytes of a COMBINE archive of one course. The same course gives the same bytes: no clock goes into it.
 *
 * @param course from courseOfTrigger, courseOfLevel or courseOfLog
 */
export function combineArchive(course: ExportedCourse): Uint8Array<ArrayBuffer> {
  const files = {
    'manifest.xml': manifestText(),
    [MODEL_FILE]: sbmlText(course),
    'simulation.sedml': sedmlText(course, MODEL_FILE),
    'metadata.rdf': metadataText(course),
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)]);
  // The first moment that a zip can name, in local time as it is written there.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}

/** What each file is; the simulation is what a tool should open. */
function manifestText(): string {
  const content = (location: string, format: string, master = false): string =>
    element('content', { location, format, ...(master ? { master } : {}) });
  return xmlDocument(
    element(
      'omexManifest',
      { xmlns: NAMESPACES.manifest },
      content('.', FORMATS.archive),
      content('./manifest.xml', FORMATS.manifest),
      content(`./${MODEL_FILE}`, FORMATS.model),
      content('./simulation.sedml', FORMATS.simulation, true),
      content('./metadata.rdf', FORMATS.metadata),
    ),
  );
}

function metadataText({ name }: ExportedCourse): string {
  const model = t('sbml.model', { version: MODEL_VERSION, hash: MODEL_HASH });
  const description = `${model} ${t('sbml.notClinical')}`;
  return xmlDocument(
    element(
      'rdf:RDF',
      { 'xmlns:rdf': NAMESPACES.rdf, 'xmlns:dcterms': NAMESPACES.terms },
      element(
        'rdf:Description',
        { 'rdf:about': '.' },
        element('dcterms:title', {}, escapeXml(name)),
        element('dcterms:creator', {}, escapeXml(t('sbml.creator'))),
        element('dcterms:description', {}, escapeXml(description)),
      ),
    ),
  );
}
