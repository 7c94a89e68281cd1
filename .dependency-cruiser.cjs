// The floors of the house. A room imports only from floors below its own, so that what is lower can be understood,
// tested and replaced without what is above:
//
//   apps → site, exchange → processes → record, views → people → ui, log → facts
//
// Tests may look further down and sideways (a contract suite, a test database), never up.

const tests = '\\.spec\\.tsx?$|\\.suite\\.ts$|/launcher-process\\.cjs$';

const above = {
  facts: ['ui', 'log', 'people', 'record', 'views', 'processes', 'site', 'exchange'],
  log: ['ui', 'people', 'record', 'views', 'processes', 'site', 'exchange'],
  ui: ['log', 'people', 'record', 'views', 'processes', 'site', 'exchange'],
  people: ['record', 'views', 'processes', 'site', 'exchange'],
  record: ['views', 'processes', 'site', 'exchange'],
  views: ['record', 'processes', 'site', 'exchange'],
  processes: ['site', 'exchange'],
  site: ['exchange'],
  exchange: ['site'],
};

const reasons = {
  facts: 'facts is the ground: the verifier carries it without the rest.',
  log: 'The log is a platform that knows nothing of citizens; ui beside it knows nothing of storage.',
  ui: 'Components know nothing of where their values come from.',
  people: 'Accounts and roles are asked by the domain, and know nothing of it.',
  record: 'A rule never consults a read model (it reads the stream), so record and views meet only in facts.',
  views:
    'A read model is a fold of public facts, not of the domain that wrote them: views and record meet only in facts.',
  processes: 'Processes start from events and send commands; pages and formats look at them, not they at pages.',
  site: 'Pages and exchange formats are two doors of the same house: neither goes through the other.',
  exchange: 'Pages and exchange formats are two doors of the same house: neither goes through the other.',
};

const floors = Object.entries(above).map(([room, forbidden]) => ({
  name: `floors-${room}`,
  comment: reasons[room],
  severity: 'error',
  from: { path: `^libs/${room}/` },
  to: { path: `^libs/(${forbidden.join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...floors,
    {
      name: 'no-way-up-to-apps',
      comment: 'Apps compose rooms; a room that imported an app would run it.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment:
        'Each app is deployed alone; what two of them share belongs in a room, or in how rooms are put together. Only the ' +
        'verifier is run by others as it is: a copy of the log is not checked in two ways.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/composition/', '^apps/verifier/program/run-verifier\\.ts$'] },
    },
    {
      name: 'facts-imports-nothing',
      comment:
        'Facts run in the verifier, in a browser and in ten years: no package and no part of Node, node:crypto neither. ' +
        'Hashes are handed in by whoever calls.',
      severity: 'error',
      from: { path: '^libs/facts/', pathNot: tests },
      to: { pathNot: '^libs/facts/' },
    },
    {
      name: 'transparency-only-crypto',
      comment: 'Whoever audits the log reads this folder and the vocabulary, and nothing else.',
      severity: 'error',
      from: { path: '^libs/log/transparency/', pathNot: tests },
      to: { pathNot: ['^libs/log/transparency/', '^libs/facts/', '^(node:)?crypto$'] },
    },
    {
      name: 'verifier-stands-alone',
      comment: 'A verifier that ran the code it verifies would prove nothing: no database, no framework.',
      severity: 'error',
      from: { path: '^apps/verifier/', pathNot: tests },
      to: { path: '^libs/|node_modules', pathNot: '^libs/(facts|log/transparency)/' },
    },
    {
      name: 'aggregates-apart',
      comment:
        'An aggregate never imports a use case of another: it reads the other one through the files at the top of its ' +
        'folder (its state, and what may be asked of it). What all of them use is in record/deciding.',
      severity: 'error',
      from: { path: '^libs/record/([^/]+)/', pathNot: tests },
      to: {
        path: '^libs/record/[^/]+/',
        pathNot: ['^libs/record/$1/', '^libs/record/deciding/', '^libs/record/[^/]+/[^/]+\\.ts$'],
      },
    },
    {
      name: 'deciding-below-aggregates',
      comment: 'The shared machinery serves every aggregate and therefore knows none.',
      severity: 'error',
      from: { path: '^libs/record/deciding/', pathNot: tests },
      to: { path: '^libs/record/', pathNot: '^libs/record/deciding/' },
    },
    {
      name: 'views-apart',
      comment:
        'Each view answers one question and is replaced alone. What several of them need is in rooms that ask no other: ' +
        'reading (how an answer is read), names (of bodies, functions, themes), standings (where each object stands), ' +
        'history (what happened to it), follow-up (decisions and commitments, as they are shown wherever something rests on them).',
      severity: 'error',
      from: { path: '^libs/views/([^/]+)/', pathNot: tests },
      to: {
        path: '^libs/views/[^/]+/',
        pathNot: ['^libs/views/$1/', '^libs/views/(reading|names|standings|history|follow-up)/'],
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Specs and what they need are not compiled into dist/.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: tests },
      to: { path: '^test/|\\.spec\\.tsx?$' },
    },
    {
      name: 'no-circles',
      comment: 'A circle has no floor below it; with swc it also ends in "Cannot access … before initialization".',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is forgotten, or not yet connected.',
      severity: 'warn',
      from: { orphan: true, path: '^libs/', pathNot: [tests, '\\.d\\.ts$', '\\.cjs$'] },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere here fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages-only',
      comment: 'The product is installed without the development tools.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [tests, '/specification/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
