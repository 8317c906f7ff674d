// Wine runs Windows programs on Linux: Debian's packages where they are missing and can be installed, else said why not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installPackage, whyNotOffered } from './apt.mjs'

const runs = () =>
  spawnSync('wine', ['--version'], {
    stdio: 'ignore',
    timeout: 20_000,
    env: { ...process.env, WINEDEBUG: '-all' },
  }).status === 0

/** A Chinese Windows needs no Chinese Linux, only what Debian knows of the language; without it, tests say what they skip. */
const ensureLocales = () => {
  if (!existsSync('/usr/share/i18n/locales/zh_CN') && whyNotOffered('locales') === undefined)
    installPackage('locales')
}

/** Why Windows programs cannot be run here; undefined when they can. */
export function whyNoWine() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'wine is used on Linux x64 only'
  if (!runs()) {
    const reason = whyNotOffered('wine')
    if (reason !== undefined) return `there is no wine: ${reason}`
    console.log(
      'Installing wine (apt-get) for the tests with Windows programs; PGTANDEM_TEST_APT=no prevents it …',
    )
    if (!installPackage('wine64') || !installPackage('wine') || !runs())
      return 'apt-get could not install wine'
  }
  ensureLocales()
  return undefined
}
