import { readFile, readdir, realpath, statfs } from 'node:fs/promises'
import path from 'node:path'
import { decodeConf } from '../../postgres/facts/conf/encoding.ts'
import { parsePort } from '../instances/target.ts'
import type { Observation } from '../monitor/observation.ts'
import type { FileState } from './subject.ts'

/** Reads what the rules want to know of an instance's files; never throws, what cannot be read is null. */
export async function readFileState({ target, files }: Observation): Promise<FileState> {
  const [hba, tablespaceDirs, freeBytes] = await Promise.all([
    readFile(target.hbaFile).then(
      (bytes) => decodeConf(bytes).text,
      () => null,
    ),
    readTablespaceDirs(target.dataDir),
    statfs(target.dataDir).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    ),
  ])
  const port = files.settings['port']
  return { hba, tablespaceDirs, freeBytes, configuredPort: parsePort(port?.value) ?? null }
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
