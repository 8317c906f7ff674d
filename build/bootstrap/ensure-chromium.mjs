// A real Chromium for the tests of the page: one that is here, else Debian's package, else the one that Playwright downloads.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installPackage, whyNotOffered } from './apt.mjs'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']
const places = {
  linux: ['/usr/bin/chromium'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => [
    join(process.env[name] ?? '', 'Google/Chrome/Application/chrome.exe'),
    join(process.env[name] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
  ]),
}

/** What stands in its place may only tell where to get it; on Windows asking for the version would open a window. */
const runs = (file) =>
  existsSync(file) &&
  (process.platform === 'win32' ||
    spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0)

const findHere = () => {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...(places[process.platform] ?? [])].find(runs)
}

const downloadByPlaywright = async (root) => {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  if (existsSync(file)) return { file }
  if (process.getuid?.() === 0) return { reason: 'what root downloads is closed to the account of the tests' }
  console.log('Downloading Chromium for the tests of the page (playwright install chromium) …')
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    timeout: 300_000,
  })
  return status === 0 && existsSync(file) ? { file } : { reason: 'Playwright could not download Chromium' }
}

/** `{file}`, the program of a Chromium; else `{reason}`, why there is none. PGTANDEM_CHROMIUM names another one. */
export async function ensureChromium(root) {
  const named = process.env.PGTANDEM_CHROMIUM
  if (named !== undefined && named !== '')
    return runs(named) ? { file: named } : { reason: `PGTANDEM_CHROMIUM names no Chromium: ${named}` }
  const here = findHere()
  if (here !== undefined) return { file: here }
  const noPackage = whyNotOffered('chromium')
  if (noPackage === undefined) {
    console.log('Installing chromium (apt-get) for the tests of the page; PGTANDEM_TEST_APT=no prevents it …')
    const file = installPackage('chromium') ? findHere() : undefined
    if (file !== undefined) return { file }
  }
  const { file, reason } = await downloadByPlaywright(root)
  return file === undefined ? { reason: [noPackage, reason].filter(Boolean).join('; ') } : { file }
}
