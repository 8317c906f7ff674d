/** The floors of docs/decisions/layout: everyone → shared; faces → core → postgres → system, never upward. */
const never = (name, from, to) => ({ name, severity: 'error', from, to })

module.exports = {
  forbidden: [
    never('no-circular', {}, { circular: true }),
    never('no-unresolvable', {}, { couldNotResolve: true }),
    never('shared-stands-alone', { path: '^shared/' }, { path: '^(electron|renderer|test|build)/' }),
    never('shared-runs-anywhere', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    never('renderer-not-electron', { path: '^renderer/' }, { path: '^electron/|node_modules/electron/' }),
    never(
      'features-apart',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    never(
      'transport-only-in-api',
      { path: '^renderer/', pathNot: '^renderer/api/' },
      { path: 'node_modules/@orpc/' },
    ),
    never(
      'components-are-presentational',
      { path: '^renderer/(components|language)/' },
      { path: '^renderer/(api|stores|plan|replication|sql|features|app)/' },
    ),
    never(
      'plan-below-features',
      { path: '^renderer/(plan|api|stores|replication|sql)/' },
      { path: '^renderer/(features|app)/' },
    ),
    never('features-below-app', { path: '^renderer/features/' }, { path: '^renderer/app/' }),
    never('electron-not-renderer', { path: '^electron/' }, { path: '^renderer/' }),
    never(
      'system-knows-nothing-above',
      { path: '^electron/system/' },
      { path: '^electron/(postgres|core|faces)/' },
    ),
    never('postgres-below-core', { path: '^electron/postgres/' }, { path: '^electron/(core|faces)/' }),
    never('core-below-faces', { path: '^electron/core/' }, { path: '^electron/faces/' }),
    never(
      'faces-through-core',
      { path: '^electron/faces/' },
      { path: '^electron/system/(process|storage)/' },
    ),
    never(
      'faces-apart',
      { path: '^electron/faces/([^/]+)/' },
      { path: '^electron/faces/', pathNot: '^electron/faces/($1|rpc)/' },
    ),
    never(
      'operations-are-pure',
      { path: '^electron/core/operations/' },
      {
        path: '^(electron|node_modules)/',
        pathNot:
          '^electron/(core/operations/|core/(plan/(steps/|plan\\.ts|preview/start-stop-scripts\\.ts)|instances/instance-paths\\.ts)|postgres/facts/)|node_modules/zod/',
      },
    ),
    never(
      'facts-are-pure',
      { path: '^electron/postgres/facts/' },
      { path: '^electron/', pathNot: '^electron/postgres/facts/' },
    ),
    never(
      'facts-without-effects',
      { path: '^electron/postgres/facts/' },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(path|buffer|crypto)(/|$)' },
    ),
    never(
      'electron-only-in-the-shell',
      {
        path: '^(electron|shared|test)/',
        pathNot:
          '^(electron/(main\\.ts|preload\\.ts|faces/desktop/)|test/helpers/(electron-stub|message-port-main)\\.ts)',
      },
      { path: 'node_modules/(electron|electron-updater)/' },
    ),
    never(
      'pg-only-in-postgres',
      { path: '^(electron|shared)/', pathNot: '^electron/postgres/' },
      { path: 'node_modules/(pg|@types/pg)/' },
    ),
    never(
      'processes-only-in-system',
      { path: '^(electron|shared)/', pathNot: '^electron/system/process/' },
      { path: '^(node:)?child_process$|node_modules/execa/' },
    ),
    never('program-not-tests', { path: '^(electron|shared|renderer)/' }, { path: '^test/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
}
