import { access, readFile, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Major } from '../../../shared/model/instance-target.ts'
import { getSetting, parseConf } from '../../postgres/facts/conf/conf-file.ts'
import { readText } from './read-file-settings.ts'

/** How a server was started last. */
export interface StartCommand {
  readonly program: string
  readonly args: readonly string[]
}

/** postmaster.opts: the program, then each argument in quotes. Source: CreateOptsFile in postmaster.c. Null for anything else. */
export function parsePostmasterOpts(text: string): StartCommand | null {
  const line = text.split(/\r?\n/)[0] ?? ''
  const firstQuote = line.indexOf(' "')
  const program = (firstQuote < 0 ? line : line.slice(0, firstQuote)).trim().replaceAll(/^"|"$/g, '')
  if (program === '') return null
  return { program, args: [...line.slice(program.length).matchAll(/"([^"]*)"/g)].map(([, arg]) => arg ?? '') }
}

/** The postgresql.conf that a start command names: `-c config_file=…`, or the one in its -D; null when it names none. */
export function configFileOfArgs(args: readonly string[]): string | null {
  let fromFolder: string | null = null
  for (const [index, arg] of args.entries()) {
    const given = /^(?:-c\s*|--)config[_-]file=(.+)$/.exec(arg)?.[1]
    const next = args[index + 1] ?? ''
    const afterFlag = arg === '-c' ? /^config_file=(.+)$/.exec(next)?.[1] : undefined
    const file = given ?? afterFlag
    if (file !== undefined) return file
    if (arg === '-D') fromFolder = path.join(next, 'postgresql.conf')
    else if (arg.startsWith('-D')) fromFolder = path.join(arg.slice(2), 'postgresql.conf')
  }
  return fromFolder
}

/** Reads how the server of a data directory was started last; null where that cannot be read. */
export async function readStartCommand(dataDir: string): Promise<StartCommand | null> {
  const text = await readFile(path.join(dataDir, 'postmaster.opts'), 'utf8').catch(() => '')
  return parsePostmasterOpts(text)
}

/**
 * Finds the postgresql.conf of a data directory: the one it was started with last, its own, or the one below
 * `/etc/postgresql/<major>/<cluster>` whose data_directory it is (Debian). Null when there is none to be found.
 */
export async function findConfigFile(
  dataDir: string,
  major: Major,
  debianRoot = '/etc/postgresql',
): Promise<string | null> {
  const started = configFileOfArgs((await readStartCommand(dataDir))?.args ?? [])
  const inside = path.join(dataDir, 'postgresql.conf')
  for (const file of [started, inside]) if (file !== null && (await isThere(file))) return file
  const folder = path.join(debianRoot, String(major))
  for (const cluster of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, cluster, 'postgresql.conf')
    const text = readText(file)
    const told = text === undefined ? undefined : getSetting(parseConf(text), 'data_directory')
    if (told !== undefined && (await realpath(told).catch(() => told)) === dataDir) return file
  }
  return null
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
