import { decodeAnsiAs } from '../process/decode-output.ts'
import { readTool } from '../process/read-tool.ts'

const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage'

/** The number in `reg query … /v ACP`. */
export const parseAnsiCodePage = (text: string): number | undefined => {
  const digits = /^\s*ACP\s+REG_SZ\s+(\d+)/m.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** Reads the ANSI code page of this Windows, such as 936; undefined where the registry does not say. */
export const readAnsiCodePage = async (): Promise<number | undefined> =>
  parseAnsiCodePage((await readTool('reg', ['query', KEY, '/v', 'ACP'])) ?? '')

/** Has what programs say decoded by the code page of this Windows; changes nothing elsewhere. To be called at the start. */
export const learnAnsiCodePage = async (): Promise<void> => {
  if (process.platform === 'win32') decodeAnsiAs(await readAnsiCodePage())
}
