import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Major } from '../../../shared/model/instance-target.ts'
import type { ControlFile } from '../../postgres/facts/control-file.ts'
import type { PidFile } from '../../postgres/facts/pid-file.ts'
import { parsePgVersionFile } from '../../postgres/facts/versions.ts'
import { readControlFile } from '../../postgres/programs/read-data-directory.ts'
import { readLiveServer } from '../../postgres/programs/read-pid-file.ts'

/** What PG_VERSION of a directory says. */
export type VersionFile =
  | { readonly kind: 'version'; readonly text: string; readonly major: Major }
  /** Not there: this is no data directory. */
  | { readonly kind: 'absent' }
  /** This account may not read it. */
  | { readonly kind: 'unreadable' }
  /** It holds no version. */
  | { readonly kind: 'damaged' }

/** Reads PG_VERSION; never throws. */
export async function readVersionFile(dataDir: string): Promise<VersionFile> {
  try {
    const text = (await readFile(path.join(dataDir, 'PG_VERSION'), 'latin1')).trim()
    const major = parsePgVersionFile(text)
    return major === undefined ? { kind: 'damaged' } : { kind: 'version', text, major }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'absent' } : { kind: 'unreadable' }
  }
}

/** Reads pg_control; null when it is missing, damaged or of a layout that is not known. */
export const readControl = (dataDir: string): Promise<ControlFile | null> =>
  readControlFile(dataDir).catch(() => null)

/** Reads the pid file of the server that runs on this data directory; null when none does, or it cannot be read. */
export const readLivePostmaster = async (dataDir: string): Promise<PidFile | null> =>
  (await readLiveServer(dataDir).catch(() => undefined)) ?? null
