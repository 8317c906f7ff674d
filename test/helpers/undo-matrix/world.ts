import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { createCore } from '../../../electron/core/create-core.ts'
import type { Core } from '../../../electron/core/core.ts'
import { runProgram } from '../../../electron/system/process/run-program.ts'
import { waitUntil } from '../test-pair.ts'
import { program, testInstallations } from '../test-server.ts'
import { listPrograms } from './snapshot.ts'

/** What the scenarios of one kind begin with. Built once, then copied back whenever it was spoilt. */
export interface Fixture {
  readonly id: string
  readonly major: number
  /** Data directories of the servers that run in the beginning, an upstream before its standbys. */
  readonly running: readonly string[]
  build(world: World): Promise<void>
  /** What does not outlive the servers, done again after every start. */
  prepare?(world: World): Promise<void>
}

/** A folder that holds everything of one case: the home, foreign data directories, tablespaces. */
export interface World {
  readonly root: string
  readonly home: string
  readonly binDir: string
  readonly major: number
  /** The first of ten. */
  readonly port: number
  perform(operation: string, params: unknown): Promise<void>
  ask(name: string, sql: string): Promise<void>
}

export interface Place {
  readonly folder: string
  readonly port: number
}

const rootOf = ({ folder }: Place): string => path.join(folder, 'world')

export const binDirOf = (major: number): string | undefined =>
  testInstallations.find((known) => known.major === major)?.binDir

/** Majors of which there is an installation that the scenarios can use. */
export const hasMajor = (major: number): boolean => binDirOf(major) !== undefined

function openWorld(place: Place, { major }: Fixture, core: Core): World {
  const root = rootOf(place)
  return {
    root,
    home: path.join(root, 'home'),
    binDir: binDirOf(major) ?? '',
    major,
    port: place.port,
    async perform(operation, params) {
      const planned = await core.plan(operation, params)
      if (planned.kind === 'refused')
        throw new Error(`${operation} refused: ${planned.code} ${JSON.stringify(planned.params)}`)
      const outcome = await core.run(planned.plan)
      if (outcome.state !== 'done') throw new Error(`${operation}: ${JSON.stringify(outcome)}`)
    },
    ask: async (name, sql) => {
      await core.sql(name, { sql })
    },
  }
}

const openCore = async (home: string): Promise<Core> =>
  createCore({
    home,
    programVersion: 'test',
    places: {
      programDir: import.meta.dirname,
      env: process.env,
      platform: process.platform,
      arch: process.arch,
    },
  })

/** The programs that belong to a data directory, by its version. */
const binDirFor = async (dataDir: string): Promise<string> =>
  binDirOf(Number((await readFile(path.join(dataDir, 'PG_VERSION'), 'utf8')).trim())) ?? ''

/** Stops every server below a folder. */
export async function stopServers(folder: string, mode: 'fast' | 'immediate'): Promise<void> {
  const servers = (await listPrograms(folder)).flatMap(({ dataDir }) => (dataDir === null ? [] : [dataDir]))
  // A standby first: a primary's fast stop waits for it.
  for (const dataDir of servers.toReversed()) {
    const args = ['stop', '-s', '-w', '-m', mode, '-D', dataDir]
    const programs = await binDirFor(dataDir)
    await runProgram(program(programs, 'pg_ctl'), args, {
      stdio: 'ignore',
      expectedExitCodes: [0, 1],
    })
  }
}

const templateOf = (place: Place, fixture: Fixture): string =>
  path.join(place.folder, 'templates', fixture.id)

async function buildTemplate(place: Place, fixture: Fixture): Promise<void> {
  const root = rootOf(place)
  await rm(root, { recursive: true, force: true })
  await mkdir(path.join(root, 'home'), { recursive: true, mode: 0o700 })
  const core = await openCore(path.join(root, 'home'))
  const binDir = binDirOf(fixture.major)
  if (binDir !== undefined) await core.installations.add(binDir)
  await fixture.build(openWorld(place, fixture, core))
  await core.close()
  await stopServers(root, 'fast')
  await mkdir(path.dirname(templateOf(place, fixture)), { recursive: true })
  await cp(root, templateOf(place, fixture), {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
  })
}

const startAgain = async (root: string, dataDir: string): Promise<void> => {
  const full = path.join(root, dataDir)
  const log = dataDir.startsWith('home/')
    ? path.join(path.dirname(full), 'log', 'server.log')
    : path.join(path.dirname(full), `${path.basename(full)}.log`)
  const args = ['start', '-s', '-w', '-D', full, '-l', log]
  await runProgram(program(await binDirFor(full), 'pg_ctl'), args, { stdio: 'ignore' })
}

/** Puts the world back to the fixture's beginning, its servers running. */
export async function restoreWorld(place: Place, fixture: Fixture, built: Set<string>): Promise<World> {
  const root = rootOf(place)
  await stopServers(root, 'immediate')
  if (!built.has(fixture.id)) await buildTemplate(place, fixture)
  built.add(fixture.id)
  await rm(root, { recursive: true, force: true, maxRetries: 5 })
  await runProgram('cp', ['-a', templateOf(place, fixture), root])
  for (const dataDir of fixture.running) await startAgain(root, dataDir)
  const core = await openCore(path.join(root, 'home'))
  const running = new Set(fixture.running.map((dataDir) => path.basename(path.dirname(dataDir))))
  await waitUntil('every standby whose upstream runs streams', async () =>
    (await core.status({ names: [...running] })).every(
      ({ upstream, walReceiver }) => !running.has(upstream ?? '') || walReceiver?.status === 'streaming',
    ),
  )
  const world = openWorld(place, fixture, core)
  await fixture.prepare?.(world)
  return world
}
