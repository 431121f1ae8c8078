/**
 * The floors of the house: which folder of src may import which. The order of
 * FLOORS is the order of the floors; `types` floors may be imported for their
 * types only.
 */
const FLOORS = {
  math: { values: [], types: [], packages: [] },
  model: { values: ['math'], types: [], packages: [] },
  engine: { values: ['math', 'model'], types: [], packages: [] },
  analysis: { values: ['math', 'model', 'engine'], types: [], packages: [] },
  sbml: { values: ['math', 'model', 'engine', 'text'], types: [], packages: ['fflate'] },
  schema: { values: [], types: ['model', 'engine', 'analysis'], packages: ['valibot'] },
  levels: { values: ['schema'], types: ['model', 'engine', 'analysis'], packages: ['node'] },
  text: { values: [], types: [], packages: ['i18next'] },
  classroom: {
    values: ['math', 'model', 'engine', 'analysis', 'schema', 'text'],
    types: [],
    packages: ['fflate', '@xapi'],
  },
  app: {
    values: ['math', 'model', 'engine', 'analysis', 'classroom', 'sbml', 'schema', 'levels', 'text'],
    types: [],
    packages: ['zustand', 'howler', 'idb', 'fflate', 'comlink'],
  },
  scenes: {
    values: ['app', 'model/quantities', 'model/generated'],
    types: ['engine', 'model'],
    packages: ['phaser'],
  },
  hud: {
    values: ['app', 'text', 'model/quantities', 'model/generated', 'model/version'],
    types: ['engine', 'model', 'analysis', 'classroom', 'schema'],
    packages: ['preact', 'zustand', 'uplot', '@fontsource', 'qrcode-generator'],
  },
  server: {
    values: ['engine', 'classroom', 'schema', 'levels', 'model', 'text'],
    types: [],
    packages: [
      'node',
      'fastify',
      '@fastify',
      'ws',
      'kysely',
      'pg',
      'ioredis',
      'rate-limiter-flexible',
      'piscina',
      'prom-client',
      '@xapi',
    ],
  },
  cli: {
    values: ['math', 'model', 'engine', 'analysis', 'classroom', 'sbml', 'schema', 'levels', 'text'],
    types: [],
    packages: ['node'],
  },
};

/** The bench is a tool of development: it needs a compiler and a browser, so it stands with the scripts. */
const BENCH = 'scripts/bench/bench[.]ts';

/** Path patterns of the folders (or single files) of src that a floor names. */
const paths = (floors) => floors.map((floor) => `^src/${floor}(/|[.]ts$)`);

/** What a package name looks like once resolved; 'node' stands for Node's own modules. */
const packagePaths = (names) =>
  names.filter((name) => name !== 'node').map((name) => `(^|/)node_modules/(@types/)?${name}/`);

function rulesOf([floor, { values, types, packages }]) {
  const from = { path: `^src/${floor}/` };
  const allowed = [`^src/${floor}/`, ...paths(values), ...(floor === 'cli' ? [`^${BENCH}$`] : [])];
  return [
    {
      name: `${floor}-imports`,
      comment: `src/${floor} may import: ${[...values, ...packages].join(', ') || 'nothing'}`,
      severity: 'error',
      from,
      to: {
        path: '^(src|scripts|tests|levels|assets)/',
        pathNot: [...allowed, ...paths(types), '[.](json|css|svg)$'],
      },
    },
    {
      name: `${floor}-types-only`,
      comment: `src/${floor} may import these for their types only: ${types.join(', ') || 'none'}`,
      severity: 'error',
      from,
      to: { path: paths(types), pathNot: allowed, dependencyTypesNot: ['type-only'] },
    },
    {
      name: `${floor}-packages`,
      comment: `src/${floor} may use these packages: ${packages.join(', ') || 'none'}`,
      severity: 'error',
      from,
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: packagePaths(packages),
      },
    },
    ...(packages.includes('node')
      ? []
      : [
          {
            name: `${floor}-node`,
            comment: `src/${floor} runs without Node`,
            severity: 'error',
            from,
            to: { dependencyTypes: ['core'] },
          },
        ]),
  ].filter((rule) => rule.to.path === undefined || rule.to.path.length > 0);
}

/** A package that lives in one place. */
const onlyIn = (name, place) => ({
  name: `${name}-place`,
  comment: `${name} is imported in ${place} only`,
  severity: 'error',
  from: { path: '^src/', pathNot: place },
  to: { path: packagePaths([name]) },
});

module.exports = {
  forbidden: [
    ...Object.entries(FLOORS).flatMap(rulesOf),
    {
      name: 'known-floor',
      comment: 'Every source file stands on a floor; src/main.ts alone joins them.',
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/(${Object.keys(FLOORS).join('|')})/`, '^src/main[.]ts$'] },
      to: {},
    },
    onlyIn('phaser', '^src/scenes/'),
    onlyIn('howler', '^src/app/sound[.]ts$'),
    onlyIn('valibot', '^src/schema/'),
    {
      name: 'no-cycle',
      comment: 'Files that import each other in a circle cannot be read one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]' },
    },
    {
      name: 'root-is-root',
      comment: 'Nothing imports the composition root, the tests or the scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(src/main[.]ts$|tests/|scripts/)', pathNot: `^${BENCH}$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
