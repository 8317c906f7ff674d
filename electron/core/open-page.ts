import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFile } from '../system/process/open-file.ts'

/** A browser that was asked to show a page. */
export interface OpenedPage {
  /** False where there is no desktop, or it refused. */
  readonly opened: boolean
  /** Removes the file that led the browser there; may be called again. */
  forget(): Promise<void>
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * Shows `url` in the browser by way of a file of `home` that only this account can read: an address on a command line is
 * in the process list, for every account to see.
 */
export async function openPage(home: string, url: string): Promise<OpenedPage> {
  const file = join(home, `open-${randomBytes(8).toString('hex')}.html`)
  const target = escaped(url)
  const text = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${target}"><title>PgTandem</title><a href="${target}">PgTandem</a>\n`
  await writeFile(file, text, { mode: 0o600, flag: 'wx' })
  const forget = (): Promise<void> => rm(file, { force: true })
  const opened = await openFile(file)
  if (!opened) await forget()
  return { opened, forget }
}
