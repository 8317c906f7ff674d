import { constants } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { ConfigurationFile, ConfigurationFileName } from '../../../shared/model/readings.ts'
import { decodeConf } from '../../postgres/facts/conf/encoding.ts'
import { readForeignOwner } from '../instances/read-foreign-owner.ts'

/**
 * A configuration file as it is, for an editor; its text is null where it does not exist.
 *
 * Throws `files-not-readable` where it does and this account may not read it.
 */
export async function readConfigurationFile(
  target: InstanceTarget,
  file: ConfigurationFileName,
): Promise<ConfigurationFile> {
  const place = pathOf(target, file)
  const text = await readFile(place).then(
    (bytes) => decodeConf(bytes).text,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
      throw new PgTandemError('files-not-readable', { name: target.name, path: place }, {}, { cause: error })
    },
  )
  return { path: place, text, readOnly: await readReadOnly(target, place) }
}

const pathOf = ({ dataDir, configFile, hbaFile }: InstanceTarget, file: ConfigurationFileName): string => {
  if (file === 'postgresql.conf') return configFile
  return file === 'pg_hba.conf' ? hbaFile : path.join(dataDir, file)
}

/** Another account's data directory or file, or one that this account may not write; of a file that is missing, its folder. */
async function readReadOnly(
  { name, dataDir }: InstanceTarget,
  file: string,
): Promise<ConfigurationFile['readOnly']> {
  for (const place of [dataDir, file]) {
    const found = await stat(place).catch(() => null)
    const owner = found === null ? null : await readForeignOwner(found.uid)
    if (owner !== null) return { code: 'foreign-owner', params: { name, path: place, owner } }
  }
  // The file is replaced, so its folder counts as well.
  for (const place of [file, path.dirname(file)])
    if (!(await isWritable(place))) return { code: 'path-not-writable', params: { path: place } }
  return null
}

/** What is missing is no obstacle. */
const isWritable = (place: string): Promise<boolean> =>
  access(place, constants.W_OK).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  )
