import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { Major } from '../../../shared/model/instance-target.ts'
import { parseControlFile, type ControlFile } from '../facts/control-file.ts'
import { parsePgVersionFile } from '../facts/versions.ts'

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Reads a data directory's major version. Throws `not-a-data-directory` when PG_VERSION is missing, unreadable or odd. */
export const readPgVersion = async (dataDir: string): Promise<Major> => {
  const file = path.join(dataDir, 'PG_VERSION')
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PgTandemError('not-a-data-directory', { dataDir, reason: reasonOf(error) })
  })
  const major = parsePgVersionFile(text)
  if (major === undefined)
    throw new PgTandemError('not-a-data-directory', {
      dataDir,
      reason: `PG_VERSION: ${text.slice(0, 20).trim()}`,
    })
  return major
}

/** How often a file that a server is just writing is read again. */
const tornRetries = 5

/**
 * Reads global/pg_control.
 *
 * A running server overwrites it in place, so a wrong checksum is read again a few times; one that stays wrong is given
 * back with `crcOk: false`. Throws `control-file-unreadable` or `control-file-damaged`.
 */
export const readControlFile = async (dataDir: string): Promise<ControlFile> => {
  const file = path.join(dataDir, 'global', 'pg_control')
  for (let attempt = 1; ; attempt++) {
    const bytes = await readFile(file).catch((error: unknown) => {
      throw new PgTandemError('control-file-unreadable', { path: file, reason: reasonOf(error) })
    })
    const control = parseControlFile(bytes)
    const torn = 'problem' in control ? control.problem === 'too-short' : !control.crcOk
    if (torn && attempt < tornRetries) {
      await sleep(10 * attempt)
      continue
    }
    if ('problem' in control)
      throw new PgTandemError('control-file-damaged', { path: file, reason: control.problem })
    return control
  }
}
