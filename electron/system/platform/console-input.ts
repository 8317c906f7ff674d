import { fstatSync, openSync } from 'node:fs'
import { isatty, ReadStream } from 'node:tty'

/** What tells whether a program hears its keyboard. */
export interface InputFacts {
  readonly platform: NodeJS.Platform
  /** Electron's program, run as Node: Windows gives a window program no keyboard, even in a console. */
  readonly isElectron: boolean
  readonly isTerminal: boolean
  /** Not a pipe and not a file: Node opens the null device where there is nothing. */
  readonly isDevice: boolean
}

/** Whether the console must be asked for its keyboard. Pure. */
export const lacksKeyboard = ({ platform, isElectron, isTerminal, isDevice }: InputFacts): boolean =>
  platform === 'win32' && isElectron && !isTerminal && isDevice

const readFacts = (): InputFacts => ({
  platform: process.platform,
  isElectron: process.versions['electron'] !== undefined,
  isTerminal: isatty(0),
  isDevice: isDevice(0),
})

function isDevice(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice()
  } catch {
    return true
  }
}

/** A handle of the console's keyboard where standard input is none and should be; undefined also where there is no console. */
export function openKeyboard(): number | undefined {
  if (!lacksKeyboard(readFacts())) return undefined
  try {
    return openSync(String.raw`\\.\CONIN$`, 'r+')
  } catch {
    return undefined
  }
}

/** Standard input, or the keyboard that Windows kept from it. */
export function consoleInput(): NodeJS.ReadStream {
  const keyboard = openKeyboard()
  return keyboard === undefined ? process.stdin : new ReadStream(keyboard)
}
