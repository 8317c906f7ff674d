// A Windows of our own: a folder that wine takes for drive C, made for one run and ended with all that runs in it.
import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Programs find nothing of the user's and open no window; wine's own files stay in the folder too. */
const environmentOf = (folder, locale) => ({
  PATH: process.env.PATH,
  LC_ALL: locale === undefined ? 'C.UTF-8' : `${locale}.UTF-8`,
  LOCPATH: join(folder, 'locales'),
  HOME: folder,
  TMPDIR: folder,
  WINEPREFIX: join(folder, 'windows'),
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=d',
})

/** How long a Windows waits for the next program; longer than its makers ever need between two. */
const lingerSeconds = 120

/** Resolves to the exit code; what the program says goes to a file, since Windows programs cannot write to a pipe of Linux. */
export const runToFile = (program, args, { file, ...options }) =>
  new Promise((resolve, reject) => {
    const output = openSync(file, 'a')
    const child = spawn(program, args, { ...options, stdio: ['ignore', output, output] })
    child.on('error', reject)
    child.on('exit', (code) => {
      closeSync(output)
      resolve(code ?? 1)
    })
  })

/** Wine takes its language and ANSI code page from the locale, which need not be installed, only known (Debian's `locales`). */
const makeLocale = (locale, { env, cwd, file }) =>
  runToFile('localedef', ['-i', locale, '-f', 'UTF-8', join(env.LOCPATH, `${locale}.UTF-8`)], {
    env: { PATH: env.PATH, LC_ALL: 'C' },
    cwd,
    file,
  }).catch(() => undefined)

/**
 * `driveC` is a folder here, there once it was made; `run` takes programs and paths as Windows names them. With a locale
 * (`zh_CN`) it is a Windows of that language, where that locale is known here; else an English one.
 */
export function windowsIn(folder, { locale } = {}) {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  const env = environmentOf(folder, locale)
  const file = join(folder, 'wine.txt')
  const run = (args, { more = {}, output = file } = {}) =>
    runToFile('wine', args, { env: { ...env, ...more }, cwd: folder, file: output })
  return {
    driveC: join(env.WINEPREFIX, 'drive_c'),
    run,
    make: async () => {
      if (locale !== undefined) await makeLocale(locale, { env, cwd: folder, file })
      // Else it ends when nothing runs, and what is started in that moment fails.
      await runToFile('wineserver', [`-p${lingerSeconds}`], { env, cwd: folder, file })
      const as10 = ['reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f']
      if ((await run(['wineboot', '-i'])) !== 0 || (await run(as10)) !== 0)
        throw new Error(`wine could not make a Windows; see ${file}`)
    },
    /** Ends whatever runs in it, and removes it. */
    remove: async () => {
      for (const how of ['-k', '-w']) await runToFile('wineserver', [how], { env, cwd: folder, file })
      rmSync(env.WINEPREFIX, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
