// `npm run screenshots`: takes the pictures of docs/screenshots from real servers (test/screenshots).
// They are taken in a place of their own (processes, network, /home, /opt), so that they show no path, port or server of
// this machine, and so that nothing of it stays. That is something Linux can do.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './bootstrap/ensure-chromium.mjs'
import { ensureDependencies } from './bootstrap/ensure-dependencies.mjs'
import { buildBundles, placeFor } from './bootstrap/place.mjs'
import { createTestRun } from './bootstrap/test-run.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const apart = ['--mount', '--pid', '--fork', '--mount-proc', '--net', '--ipc', '--kill-child']
const unshare = process.getuid?.() === 0 ? apart : ['--user', '--map-current-user', '--keep-caps', ...apart]

/** `sh enter.sh TREE OWNER PROGRAM ARGS…` in there: the tree is /opt/pgtandem, the person's folder /home/ada. */
const enter = join(root, 'build/bootstrap/enter-place-apart.sh')

function requirePlaceApart() {
  const { status, error } = spawnSync('unshare', [...unshare, 'ip', 'link', 'set', 'lo', 'up'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (error !== undefined || status !== 0)
    throw new Error('the pictures are taken on Linux, where unshare and ip may be used')
}

async function takeAll(run) {
  requirePlaceApart()
  const { file: chromium, reason } = await ensureChromium(root)
  if (chromium === undefined) throw new Error(`there is no Chromium (${reason})`)
  buildBundles(root)
  const { account, tree, person } = await placeFor(run, root)
  const pictures = join(person.temp, 'screenshots')
  const owner = account === null ? '' : `${account.uid}:${account.gid}`
  const playwright = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--config=test/screenshots/playwright.config.ts',
  ]
  const code = await run.start(
    'unshare',
    [...unshare, 'sh', enter, tree, owner, person.program, ...person.args, ...playwright],
    {
      env: {
        ...person.env,
        HOME: '/home/ada',
        TMPDIR: person.temp,
        PGTANDEM_CHROMIUM: chromium,
        PGTANDEM_SCREENSHOTS: pictures,
      },
    },
  )
  if (code !== 0) throw new Error('not every picture could be taken')
  const folder = join(root, 'docs/screenshots')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(pictures, folder, { recursive: true })
}

ensureDependencies(root)
const run = createTestRun({ deadlineMs: 25 * 60_000 })
try {
  await takeAll(run)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
if ((await run.finish()) > 0) process.exitCode = 1
