import path from 'node:path'
import iconv from 'iconv-lite'
import { readAnsiCodePage } from './windows-code-page.ts'

let codePage: Promise<number | undefined> | undefined

/** How a path reads in UTF-8 that was written in a code page; as it is where we do not know that one. */
export const misreadPath = (file: string, page: number | undefined): string =>
  page !== undefined && iconv.encodingExists(`cp${page}`)
    ? iconv.encode(file, `cp${page}`).toString('utf8')
    : file

/** Windows' paths differ neither by capitals nor by slashes. */
const isSame = (one: string, other: string): boolean => path.relative(one, other) === ''

/**
 * Whether a path that a server told is this one.
 *
 * On Windows servers have paths in the ANSI code page and send them as they are, so that as UTF-8 they lose every
 * character that is not ASCII: then this one is compared as it would have been misread.
 */
export const isToldPath = async (told: string, file: string): Promise<boolean> => {
  if (isSame(told, file)) return true
  if (!told.includes('\uFFFD')) return false
  return isSame(told, misreadPath(file, await (codePage ??= readAnsiCodePage())))
}
