// `npm start`: sets up what is missing, then opens PgTandem in Electron where that can be had, else in the browser, saying why.
// Plain Node and no package: in a fresh clone there is none yet.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findElectron } from './bootstrap/electron-runtime.mjs'
import { requireNode } from './bootstrap/ensure-dependencies.mjs'
import { runChild } from './bootstrap/run-child.mjs'
import { say, setUp } from './bootstrap/set-up.mjs'
import { targets } from './bootstrap/targets.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** A program that ends badly so soon has shown no window. */
const EARLY_MS = 5000

/** Resolves with why no window was shown, or with undefined when one was and is closed. */
function runElectron(program) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const started = Date.now()
  return new Promise((resolve) => {
    const child = spawn(program, [join(root, targets.desktop.made), ...process.argv.slice(2)], {
      stdio: 'inherit',
      env,
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    child.on('error', ({ message }) => resolve(`Electron could not be started (${message})`))
    child.on('exit', (code, signal) => {
      const isEarly = Date.now() - started < EARLY_MS && code !== 0 && !['SIGINT', 'SIGTERM'].includes(signal)
      if (isEarly) return resolve(`Electron ended at once (${signal ?? code})`)
      process.exitCode = code ?? 1
      return resolve(undefined)
    })
  })
}

requireNode()
setUp(root, ['renderer'])
const found = await findElectron(root)
if (found.program !== undefined) setUp(root, ['desktop'])
const reason = found.reason ?? (await runElectron(found.program))
if (reason !== undefined) {
  say(`no window of its own, because ${reason}. The same page opens in the browser.`)
  setUp(root, ['cli'])
  say('where it says “pgtandem …” below, type: npm run pgtandem -- …')
  runChild(process.execPath, [join(root, targets.cli.made), 'serve', '--open', ...process.argv.slice(2)])
}
