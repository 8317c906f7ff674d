import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { windowsIn } from '../../../build/windows/wine.mjs'

/** Why wine cannot speak Chinese here; undefined when it can. */
export const whyNoChinese = existsSync('/usr/share/i18n/locales/zh_CN')
  ? undefined
  : 'this system knows nothing of Chinese: Debian’s locales are missing'

/** A Chinese Windows that was never used, with what a test asks of it. */
export async function openWindowsBox() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-windows-'))
  const windows = windowsIn(folder, { locale: 'zh_CN' })
  await windows.make()
  const output = path.join(folder, 'said.txt')
  /** What a command of cmd.exe prints. */
  const ask = async (...command: readonly string[]): Promise<string> => {
    const file = path.join(folder, `answer-${Math.random().toString(36).slice(2)}.txt`)
    await windows.run(['cmd', '/c', ...command], { output: file })
    return readFileSync(file, 'utf8').trim()
  }
  return {
    folder,
    run: (program: string, ...args: readonly string[]): Promise<number> =>
      windows.run([program, ...args], { output }),
    /** As on an English Windows. */
    runInEnglish: (program: string, ...args: readonly string[]): Promise<number> =>
      windows.run([program, ...args], { output, more: { LC_ALL: 'C.UTF-8' } }),
    ask,
    /** A file here as Windows names it. */
    outside: (file: string): string => `Z:${file.replaceAll('/', '\\')}`,
    /** A file of Windows' drive C as it is named here. */
    inside: (file: string): string => path.join(windows.driveC, ...file.split('\\').slice(1)),
    /** The values below a key, as `reg export` writes them; strings of more than one line are joined. */
    async registry(key: string): Promise<string> {
      const file = 'C:\\exported.reg'
      // A reg that could not be started ends as one does that finds no such key.
      for (let tries = 1; (await windows.run(['reg', 'export', key, file, '/y'])) !== 0; tries += 1) {
        if (tries === 4) return ''
        await setTimeout(300)
      }
      return readFileSync(path.join(windows.driveC, 'exported.reg'), 'utf16le').replaceAll(/\\\r?\n\s*/g, '')
    },
    remove: async (): Promise<void> => {
      await windows.remove()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export type WindowsBox = Awaited<ReturnType<typeof openWindowsBox>>

/** A string that `reg export` writes as bytes, since it holds variables. */
export const expandableString = (exported: string, name: string): string | undefined => {
  const bytes = new RegExp(`"${name}"=hex\\(2\\):([0-9a-f,]+)`, 'i').exec(exported)?.[1]
  if (bytes === undefined) return undefined
  return Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le').replace(/\0$/, '')
}
