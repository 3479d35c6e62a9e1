// Which part may import which. Every rule has been seen to fire on a planted violation.
const test = '\\.test\\.tsx?$';
const pureCore = '^lib/(facts|advice|procedures|card|practice|errors|explain|office)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      comment: 'What cannot be resolved escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'app-is-a-leaf',
      severity: 'error',
      from: { pathNot: '^app/' },
      to: { path: '^app/' },
    },
    {
      name: 'lib-knows-no-screen',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/i18n/' },
      to: { path: ['^(app|components|messages)/', 'node_modules/(react|react-dom|next|next-intl)/'] },
    },
    {
      name: 'pure-core',
      comment: 'What decides is plain TypeScript: it runs in the browser, on the server and in a test alike.',
      severity: 'error',
      from: { path: pureCore, pathNot: [test, '/testing/'] },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev'] },
    },
    {
      name: 'errors-at-the-bottom',
      severity: 'error',
      from: { path: '^lib/errors/' },
      to: { path: '^lib/(?!errors/)' },
    },
    {
      name: 'card-below-reader',
      severity: 'error',
      from: { path: '^lib/card/', pathNot: test },
      to: { path: '^lib/(?!card/|errors/)' },
    },
    {
      name: 'rules-see-facts-only',
      severity: 'error',
      from: { path: '^lib/advice/', pathNot: test },
      to: { path: '^lib/(?!advice/|facts/|procedures/|errors/)' },
    },
    {
      name: 'hardware-stays-behind-the-bridge',
      comment: 'Operators reach the hardware by the command line; pages only through the reader process.',
      severity: 'error',
      from: { pathNot: ['^lib/reader/server/', '^(cli|scripts)/', '^lib/reader/.*\\.test\\.ts$'] },
      to: { path: '^lib/reader/server/' },
    },
    {
      name: 'simulated-card-knows-cards-only',
      severity: 'error',
      from: { path: '^lib/reader/simulated/', pathNot: test },
      to: { path: ['^lib/(?!card/|errors/|reader/)', '^lib/reader/server/'] },
    },
    {
      name: 'screens-see-no-virtual-hardware',
      comment: 'The practice card runs in the page; what plugs the same card into a real PC/SC service does not.',
      severity: 'error',
      from: { path: '^(app|components)/' },
      to: { path: '^lib/reader/simulated/(vpcd|pcscd|insert)' },
    },
    {
      name: 'database-stays-behind-the-store',
      severity: 'error',
      from: { path: '^(components|lib/(?!helpdesk/))' },
      to: { path: '^lib/helpdesk/store/' },
    },
    {
      name: 'ui-is-self-contained',
      comment: 'Primitives know React only: their words and data come through props.',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: test },
      to: { path: ['^(lib|messages|components/(?!ui/))', 'node_modules/(?!(react|react-dom|@types/react)/)'] },
    },
    {
      name: 'e2e-from-outside',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'nothing-imports-tools',
      severity: 'error',
      from: { path: '^(app|components|lib|proxy)' },
      to: { path: '^(cli|scripts|e2e)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // Packages name their parts by `exports`; without it those are not found.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.next/' },
  },
};
