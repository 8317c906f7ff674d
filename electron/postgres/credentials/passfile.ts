import { readFile, rm } from 'node:fs/promises'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { writeFileAtomic } from '../../system/storage/atomic-file.ts'
import {
  entryForUser,
  findPassword,
  isStorablePassword,
  parsePassfile,
  parsePassfileLine,
  printPassfileEntry,
  type PassfileEntry,
  type PassfileQuery,
} from './passfile-format.ts'

/** libpq refuses a passfile that others may read. */
const PASSFILE_MODE = 0o600

const readText = async (passfile: string): Promise<string> => {
  try {
    return await readFile(passfile, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return ''
    throw new PgTandemError(
      'passfile-unreadable',
      { path: passfile, reason: code ?? message },
      {},
      { cause: error },
    )
  }
}

/** Every entry of a passfile; none when it does not exist. Damaged lines are passed over, as libpq does. */
export const readPassfile = async (passfile: string): Promise<readonly PassfileEntry[]> =>
  parsePassfile(await readText(passfile)).entries

/** The password that a passfile holds for a connection; null for none, or without a passfile. Throws `passfile-unreadable`. */
export const readPassword = async (passfile: string | null, wanted: PassfileQuery): Promise<string | null> =>
  passfile === null ? null : findPassword(await readPassfile(passfile), wanted)

const ensureStorable = (entry: PassfileEntry) => {
  if (!isStorablePassword(printPassfileEntry(entry))) throw new PgTandemError('password-not-storable')
}

/** Writes a whole passfile that only this account can read (0600; on Windows the directory's rights decide). */
export const writePassfile = async (passfile: string, entries: readonly PassfileEntry[]): Promise<void> => {
  entries.forEach(ensureStorable)
  const text = entries.map((entry) => `${printPassfileEntry(entry)}\n`).join('')
  await writeFileAtomic(passfile, text, { mode: PASSFILE_MODE })
}

const isSamePlace = (one: PassfileEntry, other: PassfileEntry) =>
  one.host === other.host &&
  one.port === other.port &&
  one.database === other.database &&
  one.user === other.user

const linesWithout = (text: string, entry: PassfileEntry): string[] => {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n')
  return lines.filter((line) => {
    const found = parsePassfileLine(line)
    return found === null || found === 'damaged' || !isSamePlace(found, entry)
  })
}

/** Puts entries first, each in place of one for the same host, port, database and user; other lines and comments stay. */
export const ensurePassfileEntries = async (
  passfile: string,
  entries: readonly PassfileEntry[],
): Promise<void> => {
  entries.forEach(ensureStorable)
  const others = entries.reduce<string>(
    (text, entry) => linesWithout(text, entry).join('\n'),
    await readText(passfile),
  )
  const lines = [...entries.map(printPassfileEntry), ...(others === '' ? [] : [others])]
  await writeFileAtomic(passfile, `${lines.join('\n')}\n`, { mode: PASSFILE_MODE })
}

/**
 * Takes the entries for the same host, port, database and user away; false when there were none. Other lines stay; a file
 * without any is removed.
 */
export const removePassfileEntries = async (
  passfile: string,
  entries: readonly PassfileEntry[],
): Promise<boolean> => {
  const text = await readText(passfile)
  const left = entries.reduce<string>(
    (rest, entry) =>
      linesWithout(rest, entry)
        .map((line) => `${line}\n`)
        .join(''),
    text,
  )
  if (left.length >= text.length) return false
  if (left === '') await rm(passfile, { force: true })
  else await writeFileAtomic(passfile, left, { mode: PASSFILE_MODE })
  return true
}

/** The password that a passfile holds for a user on any instance; null for none. */
export const readUserPassword = async (passfile: string, user: string): Promise<string | null> => {
  const entries = await readPassfile(passfile)
  const wildcard = entryForUser(user, '')
  return entries.find((entry) => isSamePlace(entry, wildcard))?.password ?? null
}
