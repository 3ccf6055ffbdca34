// Who may import whom: the folder table of the architecture, enforced. `npm run lint` runs it.
const folder = {
  shared: '^shared/',
  casefile: '^electron/casefile/',
  archive: '^electron/archive/',
  capture: '^electron/capture/',
  intake: '^electron/intake/',
  bundle: '^electron/bundle/',
  seal: '^electron/seal/',
  verify: '^electron/verify/',
  trace: '^electron/trace/',
  compare: '^electron/compare/',
  workbench: '^electron/workbench/',
  setup: '^electron/setup/',
};
const may = {
  shared: [],
  setup: [],
  casefile: ['shared'],
  archive: ['shared'],
  capture: ['shared', 'casefile', 'archive', 'setup'],
  intake: ['shared', 'casefile'],
  bundle: ['shared', 'casefile', 'trace', 'compare'],
  seal: ['shared', 'casefile', 'archive'],
  verify: ['shared', 'casefile', 'seal'],
  trace: ['shared', 'casefile'],
  compare: ['shared', 'casefile'],
  workbench: [
    'shared',
    'casefile',
    'archive',
    'capture',
    'intake',
    'bundle',
    'seal',
    'verify',
    'trace',
    'compare',
    'setup',
  ],
};
const ours = '^(shared|electron|renderer|test)/';
const layers = Object.entries(may).map(([name, allowed]) => ({
  name: `${name}-imports`,
  comment: `${name}/ may import of ours: ${[name, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: folder[name] },
  to: { path: ours, pathNot: [folder[name], ...allowed.map((one) => folder[one])] },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'shells-and-cli',
      severity: 'error',
      from: { path: '^electron/(shells|cli)/' },
      to: { path: ours, pathNot: ['^electron/(shells|cli|workbench|setup)/', folder.shared] },
    },
    {
      name: 'renderer-imports',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ours, pathNot: ['^renderer/', folder.shared] },
    },
    { name: 'shared-is-pure', severity: 'error', from: { path: folder.shared }, to: { dependencyTypes: ['core'] } },
    {
      name: 'electron-only-in-its-shell',
      severity: 'error',
      from: { pathNot: '^(electron/shells/electron|test)/' },
      to: { path: '^node_modules/electron/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|out|resources)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
