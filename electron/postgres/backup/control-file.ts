import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { parseControlFile } from '../facts/control-file.ts'

const TRIES = 10
const RETRY_MS = 20

/** Where a data directory keeps its control file. */
export const controlFilePath = (dataDir: string): string => path.join(dataDir, 'global', 'pg_control')

/**
 * Reads a running server's control file whole; read again while its checksum does not fit.
 *
 * A version whose layout is not known is taken as it is. Throws `control-file-torn`.
 */
export const readWholeControlFile = async (
  dataDir: string,
): Promise<{ readonly bytes: Buffer; readonly catalogVersion: number }> => {
  const file = controlFilePath(dataDir)
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const bytes = await readFile(file)
    const parsed = parseControlFile(bytes)
    if ('problem' in parsed ? parsed.problem === 'unknown-version' : parsed.crcOk)
      return { bytes, catalogVersion: bytes.readUInt32LE(12) }
    await sleep(RETRY_MS)
  }
  throw new PgTandemError('control-file-torn', { path: file })
}
