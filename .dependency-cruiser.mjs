/**
 * Doors between the rooms, and no circles (docs/architecture.md); checked by `npm run lint`.
 * Imports of types count, except through a door that lets types pass.
 */

/** A room may import from itself, from the rooms it `runs`, and types from those it `names`. */
const ROOMS = {
  'src/data': {},
  'src/statistics': { runs: ['src/data'] },
  'src/model': { runs: ['src/data', 'src/statistics'], packages: '^@tensorflow/|^valibot' },
  'src/library': { runs: ['src/data', 'src/model'] },
  'app/protocol': { runs: ['src/data', 'app/storage'], names: ['src/model'] },
  'app/storage': { runs: [], names: ['app/protocol', 'src/data'], packages: '^idb' },
  'app/client': { runs: ['app/protocol'], names: ['src/model'], packages: '^$' },
  'app/workers': {
    runs: ['app/protocol', 'app/storage', 'src/data', 'src/model'],
    packages: '^@tensorflow/|^ml-|^umap-js|^valibot',
  },
  'app/store': {
    runs: ['app/protocol', 'app/storage', 'app/strings', 'src/data'],
    names: ['src/model'],
    packages: '^zustand|^valibot',
  },
  'app/engine': {
    runs: ['app/client', 'app/store', 'app/storage', 'app/protocol', 'src/data'],
    packages: '^valibot',
  },
  'app/strings': { runs: ['src/data'] },
  'app/lessons': {
    runs: ['app/components', 'app/engine', 'app/store', 'app/strings'],
    names: ['app/protocol', 'src/model'],
  },
  'app/components': {
    runs: [
      ...['app/client', 'app/engine', 'app/lessons', 'app/protocol', 'app/storage'],
      ...['app/store', 'app/strings', 'app/theme', 'src/data', 'src/statistics'],
    ],
    names: ['src/model'],
  },
};

/** Packages that a room without a list of its own may not import. */
const TENSORS = '^@tensorflow/';
const PAGE_PACKAGES = '^(react|react-dom|react-aria|react-aria-components|zustand)(/|$)';
const PAGE_ROOMS = ['app/strings', 'app/lessons', 'app/components'];

/** Modules with `import.meta.glob`, as patterns; `tests/scripts/doors.test.ts` finds those that are missing. */
export const VITE_ONLY = [
  'app/components/shell/Slot\\.tsx',
  'app/lessons/texts[-a-z]*\\.ts',
  'app/strings/(lazy|speak)\\.ts',
];

const anyOf = (rooms) => `^(${rooms.join('|')})/`;

const doors = Object.entries(ROOMS).flatMap(([room, { runs = [], names = [] }]) => {
  const from = { path: `^${room}/` };
  const others = { path: '^(app/[^/]+|src/[^/]+|scripts|bench|e2e|tests)/' };
  const shut = {
    name: `door of ${room}`,
    comment: `${room} runs nothing but ${runs.join(', ') || 'its own code'}.`,
    severity: 'error',
    from,
    to: { ...others, pathNot: anyOf([room, ...runs, ...names]) },
  };
  if (names.length === 0) return [shut];
  return [
    shut,
    {
      name: `types only for ${room}`,
      comment: `${room} may use types of ${names.join(', ')}, not their code.`,
      severity: 'error',
      from,
      to: { path: anyOf(names), dependencyTypesNot: ['type-only'] },
    },
  ];
});

const packages = Object.entries(ROOMS).map(([room, { packages: allowed }]) => ({
  name: `packages of ${room}`,
  comment: 'Tensors stay in the model and the workers, React and the store on the page.',
  severity: 'error',
  from: { path: `^${room}/` },
  to: allowed
    ? {
        path: 'node_modules/',
        pathNot: allowed
          .split('|')
          .map((p) => p.replace('^', 'node_modules/'))
          .join('|'),
      }
    : {
        path: (PAGE_ROOMS.includes(room) ? TENSORS : `${TENSORS}|${PAGE_PACKAGES}`).replaceAll(
          '^',
          'node_modules/',
        ),
      },
}));

export default {
  forbidden: [
    ...doors,
    ...packages,
    {
      name: 'no circle',
      comment: 'The slices of the store make up its state, and read it: they alone may go round.',
      severity: 'error',
      from: { pathNot: '^app/store/' },
      to: { circular: true },
    },
    {
      name: 'no circle in the store but through its state',
      severity: 'error',
      from: { path: '^app/store/' },
      to: { circular: true, viaOnly: { pathNot: '^app/store/state\\.ts$' } },
    },
    {
      name: 'pages and models know no script',
      severity: 'error',
      from: { path: '^(app|src)/' },
      to: { path: '^(scripts|bench|e2e|tests)/' },
    },
    {
      name: 'what Node runs needs no Vite',
      comment: 'These modules find others by `import.meta.glob`, which only Vite has.',
      severity: 'error',
      from: { path: '^(scripts|bench|e2e)/' },
      to: { path: `^(${VITE_ONLY.join('|')})$`, reachable: true },
    },
    {
      name: 'scripts run, and are not imported',
      comment: 'A command is the last of all: what others need of it is a module of `scripts/lib`.',
      severity: 'error',
      from: {},
      to: { path: '^scripts/[^/]+$', pathNot: '^scripts/find-browser' },
    },
    {
      name: 'what scripts share is below what uses it',
      comment: 'In order: scripts/lib, modules of tests, e2e, bench, commands.',
      severity: 'error',
      from: {
        path: '^scripts/(lib|browsers)/|^scripts/find-browser',
        pathNot: '^scripts/lib/golden-check',
      },
      to: { path: '^(bench|e2e|tests)/|^app/components/' },
    },
    {
      name: 'browser tests need no measurement',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^bench/' },
    },
    {
      name: 'tests are for those who test',
      comment: 'A script that needs what a test has takes it from a module of its own.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/lib/golden-check' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/|\\.as\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
