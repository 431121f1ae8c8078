/** Names of the formats that the export is written in. Nothing is loaded from any of them. */
export const NAMESPACES = {
  sbml: 'http://www.sbml.org/sbml/level3/version2/core',
  /** The symbol of time in the MathML of SBML. */
  time: 'http://www.sbml.org/sbml/symbols/time',
  mathml: 'http://www.w3.org/1998/Math/MathML',
  xhtml: 'http://www.w3.org/1999/xhtml',
  sedml: 'http://sed-ml.org/sed-ml/level1/version4',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  terms: 'http://purl.org/dc/terms/',
  manifest: 'http://identifiers.org/combine.specifications/omex-manifest',
} as const;

/** What each file of a COMBINE archive is. */
export const FORMATS = {
  archive: 'http://identifiers.org/combine.specifications/omex',
  manifest: 'http://identifiers.org/combine.specifications/omex-manifest',
  model: 'http://identifiers.org/combine.specifications/sbml.level-3.version-2',
  simulation: 'http://identifiers.org/combine.specifications/sed-ml.level-1.version-4',
  metadata: 'http://identifiers.org/combine.specifications/omex-metadata',
} as const;
