import { readFile, readdir, realpath, statfs } from 'node:fs/promises'
import path from 'node:path'
import { decodeConf } from '../../postgres/facts/conf/encoding.ts'
import { parsePort } from '../instances/target.ts'
import type { Observation } from '../monitor/observation.ts'
import type { FileState } from './subject.ts'

/** Reads what the rules want to know of an instance's files; never throws, what cannot be read is null. */
export async function readFileState({ target, files }: Observation): Promise<FileState> {
  const [hba, tablespaceDirs, freeBytes, controlDamaged] = await Promise.all([
    readFile(target.hbaFile).then(
      (bytes) => decodeConf(bytes).text,
      () => null,
    ),
    readTablespaceDirs(target.dataDir),
    statfs(target.dataDir).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
    files.systemIdentifier === null && isControlDamaged(target.dataDir),
  ])
  const port = files.settings['port']
  return { hba, tablespaceDirs, freeBytes, controlDamaged, configuredPort: parsePort(port?.value) ?? null }
}

/** Of a control file that gave no answer: damaged or gone, rather than out of this account's reach. */
async function isControlDamaged(dataDir: string): Promise<boolean> {
  const read = (file: string): Promise<string> =>
    readFile(path.join(dataDir, file)).then(
      () => 'readable',
      ({ code }: NodeJS.ErrnoException) => code ?? '',
    )
  const [version, control] = await Promise.all([read('PG_VERSION'), read('global/pg_control')])
  return version === 'readable' && (control === 'readable' || control === 'ENOENT')
}

/** The links (on Windows: junctions) in pg_tblspc, each followed to its end, so that two spellings of one folder are seen. */
async function readTablespaceDirs(dataDir: string): Promise<readonly string[]> {
  const links = path.join(dataDir, 'pg_tblspc')
  const names = await readdir(links).catch(() => [])
  const dirs = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map((name) => realpath(path.join(links, name)).catch(() => null)),
  )
  return dirs.filter((dir) => dir !== null).filter((dir) => !dir.startsWith(path.join(dataDir, path.sep)))
}
