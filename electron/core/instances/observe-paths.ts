import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parsePgVersionFile } from '../../postgres/facts/versions.ts'
import {
  inspectPath,
  isFileSystemReadOnly,
  readFreeBytes,
  type PathReport,
} from '../../system/platform/paths.ts'
import { readAnsiCodePage } from '../../system/platform/windows-code-page.ts'
import { inspectWindowsPath } from '../../system/platform/windows-paths.ts'
import type { PathFacts } from '../operations/world.ts'
import { readControl, readVersionFile } from './read-instance-files.ts'

/** What stands at each of these paths, by the path as it was given. Never throws: what is closed to us is `unreadable`. */
export async function observePaths(paths: readonly string[]): Promise<Record<string, PathFacts>> {
  const codePage = process.platform === 'win32' ? await readAnsiCodePage() : undefined
  const facts = await Promise.all(
    [...new Set(paths)].map(async (place): Promise<[string, PathFacts]> => [
      place,
      { ...(await observePath(place)), problems: problemsOf(place, codePage) },
    ]),
  )
  return Object.fromEntries(facts)
}

/** The longest that a server makes below its data directory, such as a held-back segment of pg_wal, with room for ours. */
const RESERVED_LENGTH = 80
/** Of a Windows whose registry does not say: then no character counts as missing. */
const UTF8 = 65_001

const problemsOf = (place: string, codePage: number | undefined): PathFacts['problems'] =>
  process.platform === 'win32'
    ? inspectWindowsPath(place, {
        codePage: codePage ?? UTF8,
        env: process.env,
        reservedLength: RESERVED_LENGTH,
      })
    : []

async function observePath(place: string): Promise<Omit<PathFacts, 'problems'>> {
  const [report, readOnlyFileSystem, freeBytes] = await Promise.all([
    inspectPath(place).catch(() => null),
    isFileSystemReadOnly(place).catch(() => false),
    readFreeBytes(place).catch(() => null),
  ])
  if (report === null) return { ...closed(place), readOnlyFileSystem, freeBytes }
  const [version, insideDataDirectory] = await Promise.all([
    readVersionFile(report.realPath),
    findOuterDataDirectory(report.realPath),
  ])
  const pgVersion = version.kind === 'version' ? version.major : null
  const control = pgVersion === null ? null : await readControl(report.realPath)
  return {
    kind: kindOf(report),
    writable: report.writable,
    parentWritable: report.parentWritable,
    readOnlyFileSystem,
    freeBytes,
    insideDataDirectory,
    pgVersion,
    systemIdentifier: control?.systemIdentifier ?? null,
    realPath: report.realPath,
  }
}

const closed = (place: string): Omit<PathFacts, 'problems'> => ({
  kind: 'unreadable',
  writable: false,
  parentWritable: false,
  readOnlyFileSystem: false,
  freeBytes: null,
  insideDataDirectory: null,
  pgVersion: null,
  systemIdentifier: null,
  realPath: path.resolve(place),
})

function kindOf({ kind, readable }: PathReport): PathFacts['kind'] {
  if (kind === 'absent') return 'absent'
  if (kind === 'file' || kind === 'other' || kind === 'broken-link') return 'file'
  return readable ? kind : 'unreadable'
}

/** The nearest directory above that has a PG_VERSION; null when there is none. */
async function findOuterDataDirectory(place: string): Promise<string | null> {
  const parent = path.dirname(place)
  if (parent === place) return null
  const text = await readFile(path.join(parent, 'PG_VERSION'), 'latin1').catch(() => '')
  return parsePgVersionFile(text.trim()) === undefined ? findOuterDataDirectory(parent) : parent
}
