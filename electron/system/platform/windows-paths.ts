import path from 'node:path'
import iconv from 'iconv-lite'
import type { WindowsPathProblem } from '../../../shared/model/windows-path-problem.ts'

export interface WindowsPathFacts {
  /** The ANSI code page, such as 936 or 1252; see `readAnsiCodePage`. */
  readonly codePage: number
  readonly env: Readonly<Record<string, string | undefined>>
  /** How many characters the names below the path may need. Default 0. */
  readonly reservedLength?: number
}

/** MAX_PATH less the closing NUL. Source: Microsoft, "Maximum Path Length Limitation". */
const MAX_LENGTH = 259
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:$|[ .:])/i
const UTF8_CODE_PAGE = 65_001

const isShare = (file: string) => /^[\\/]{2}(?![?.][\\/])|^[\\/]{2}[?][\\/]UNC[\\/]/i.test(file)

/** The characters of a text that a code page lacks, each once; empty when it has them all or is unknown to us. */
export const findOutsideCodePage = (text: string, codePage: number): string => {
  if (codePage === UTF8_CODE_PAGE || !iconv.encodingExists(`cp${codePage}`)) return ''
  const lacks = (character: string) =>
    iconv.decode(iconv.encode(character, `cp${codePage}`), `cp${codePage}`) !== character
  return [...new Set(text)].filter(lacks).join('')
}

/** Whether a path is a folder or lies below it, from their texts alone. */
export const isBelow = (file: string, folder: string): boolean => {
  const relative = path.win32.relative(folder.toLowerCase(), file.toLowerCase())
  return relative === '' || (!/^\.\.(?:\\|$)/.test(relative) && !path.win32.isAbsolute(relative))
}

const CLOUD_NAMES = /^(OneDrive( - .+)?|Dropbox( \(.+\))?|iCloudDrive|Google Drive|坚果云)$/i

const findCloudFolder = (file: string, env: WindowsPathFacts['env']): string | undefined => {
  const announced = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']
    .map((name) => env[name])
    .find((folder) => folder !== undefined && folder !== '' && isBelow(file, folder))
  return announced ?? file.split(/[\\/]/).find((name) => CLOUD_NAMES.test(name))
}

const inspectName = (name: string): readonly WindowsPathProblem[] => {
  const invalid = Array.from(name).find((character) => character < ' ' || '<>:"|?*'.includes(character))
  return [
    ...(DEVICE.test(name) ? [{ kind: 'device-name', name } as const] : []),
    ...(invalid === undefined ? [] : [{ kind: 'invalid-character', character: invalid } as const]),
    ...(/[. ]$/.test(name) && name !== '.' && name !== '..'
      ? [{ kind: 'trailing-dot-or-space', name } as const]
      : []),
  ]
}

/** All problems of a Windows path, from its text alone; empty when there are none. Works on every system. */
export const inspectWindowsPath = (file: string, facts: WindowsPathFacts): readonly WindowsPathProblem[] => {
  const { root } = path.win32.parse(file)
  const isAbsolute = path.win32.isAbsolute(file) && root !== '\\' && root !== '/'
  const names = file
    .slice(root.length)
    .split(/[\\/]/)
    .filter((name) => name !== '')
  const characters = findOutsideCodePage(file, facts.codePage)
  const folder = findCloudFolder(file, facts.env)
  const limit = MAX_LENGTH - (facts.reservedLength ?? 0)
  return [
    ...(isAbsolute ? [] : [{ kind: 'not-absolute' } as const]),
    ...names.flatMap(inspectName),
    ...(characters === ''
      ? []
      : [{ kind: 'not-in-code-page', characters, codePage: facts.codePage } as const]),
    ...(isShare(file) ? [{ kind: 'network-share' } as const] : []),
    ...(folder === undefined ? [] : [{ kind: 'cloud-folder', folder } as const]),
    ...(file.length > limit ? [{ kind: 'too-long', length: file.length, limit } as const] : []),
  ]
}
