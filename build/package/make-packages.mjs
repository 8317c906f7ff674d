// Makes the packages of each platform, one platform after the other, with electron-builder.
import { Arch, build, Platform } from 'electron-builder'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeChecksums } from './checksums.mjs'
import { configure } from './config.mjs'
import { chooseRuntime } from './runtime.mjs'
import { stageApp } from './stage-app.mjs'
import { stageResources } from './stage-resources.mjs'
import { findTools } from './tools.mjs'
import { readUpdates } from './updates.mjs'

/** What is made for each platform, and which tool each thing needs; a dmg is made by macOS itself. */
const platforms = {
  linux: { builder: Platform.LINUX, arch: process.arch, targets: { deb: 'deb', 'tar.gz': '7zip' } },
  win32: { builder: Platform.WINDOWS, arch: 'x64', targets: { nsis: 'nsis', zip: '7zip' } },
  darwin: { builder: Platform.MAC, arch: process.arch, targets: { dmg: undefined, zip: '7zip' } },
}

/** Windows' packages can be made on Linux, too; those of macOS only there. */
const possibleHere = () => (process.platform === 'linux' ? ['linux', 'win32'] : [process.platform])

const electronVersionOf = (root) =>
  JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version

async function makePlatform(name, options) {
  const { root, out, work, cache, isQuick, wantsStandIn } = options
  const { builder, arch, targets } = platforms[name]
  const electronVersion = electronVersionOf(root)
  const runtime = await chooseRuntime({
    root,
    platform: name,
    arch,
    work,
    version: electronVersion,
    wantsStandIn,
  })
  if (runtime.reason !== undefined) return notMade(name, Object.keys(targets), runtime.reason)
  const { standIn } = runtime
  const isStandIn = standIn !== undefined
  const { env, missing } = findTools(work, !isStandIn)
  const wanted = Object.keys(targets).filter((target) => missing[targets[target]] === undefined)
  const unmade = Object.keys(targets).filter((target) => !wanted.includes(target))
  const updates = readUpdates(name, process.env)
  const stage = { app: join(work, `app-${name}`), resources: join(work, `resources-${name}`) }
  stageApp(root, stage.app, updates)
  const tools = join(work, 'tools')
  const lack = await stageResources({ root, platform: name, arch, folder: stage.resources, cache, tools })
  const installedEntries = join(work, 'installed-entries.nsh')
  // The NSIS script takes the program from there.
  Object.assign(process.env, env, {
    PGTANDEM_UNPACKED: join(out, 'win-unpacked'),
    PGTANDEM_INSTALLED_ENTRIES: installedEntries,
    PGTANDEM_QUICK_PACKAGES: isQuick ? 'yes' : 'no',
  })
  const config = configure({
    root,
    stage,
    out,
    electronVersion,
    runtime: runtime.folder,
    isStandIn,
    isQuick,
    updates,
    installedEntries,
  })
  const files = await build({
    projectDir: root,
    targets: builder.createTarget(wanted, Arch[arch]),
    config,
    publish: 'never',
  })
  return {
    made: files.filter((file) => !/\.(yml|blockmap)$/.test(file)).map((file) => ({ file, standIn })),
    missing: unmade.map((target) => ({ what: `${name} ${target}`, reason: missing[targets[target]] })),
    lacking: lack === undefined ? [] : [{ platform: name, ...lack }],
  }
}

const notMade = (name, targets, reason) => ({
  made: [],
  missing: targets.map((target) => ({ what: `${name} ${target}`, reason })),
  lacking: [],
})

/** `{made: [{file, standIn}], missing: [{what, reason}], lacking: [{platform, what, reason}]}`; what is lacking is in none of those made. */
export async function makePackages({ root, out, platforms: asked, isQuick, wantsStandIn }) {
  const cache = join(root, '.cache', 'package')
  mkdirSync(cache, { recursive: true })
  // In the repository: electron-builder takes nothing along from /var, say.
  const work = mkdtempSync(join(cache, 'stage-'))
  const results = []
  try {
    for (const name of Object.keys(platforms)) {
      const why = whyNot(name, asked)
      results.push(
        why === undefined
          ? await makePlatform(name, { root, out, work, cache, isQuick, wantsStandIn })
          : notMade(name, Object.keys(platforms[name].targets), why),
      )
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  const made = results.flatMap((result) => result.made)
  if (made.length > 0)
    writeChecksums(
      out,
      made.map(({ file }) => file),
    )
  return {
    made,
    missing: results.flatMap(({ missing }) => missing),
    lacking: results.flatMap(({ lacking }) => lacking),
  }
}

function whyNot(name, asked) {
  if (asked !== undefined && !asked.includes(name)) return 'it was not asked for'
  return possibleHere().includes(name) ? undefined : `this is ${process.platform}`
}
