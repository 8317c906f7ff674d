// Where Electron's runtime cannot be had, a folder that looks like it, so that everything else about the packages can be made
// and tried. It starts nothing, says so when it is started, and its artifacts are named for it.
import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fuseOrder, fuseSentinel } from './fuses.mjs'
import { ensureNsis } from './tools.mjs'

const words = 'This is no PgTandem: it was packaged where the runtime of Electron could not be had.'

/** As Electron has it: version 1, how many fuses there are, and all of them on or off as it leaves them. */
const fuseWire = Buffer.concat([
  Buffer.from(fuseSentinel),
  Buffer.from([1, fuseOrder.length]),
  Buffer.from('10110000'),
])

const windowsScript = (file) => `
Unicode true
Target amd64-unicode
CRCCheck off
SilentInstall silent
RequestExecutionLevel user
Name "electron"
OutFile "${file}"
VIProductVersion "0.0.0.0"
VIAddVersionKey /LANG=1033 "ProductName" "Electron"
VIAddVersionKey /LANG=1033 "FileDescription" "Electron"
VIAddVersionKey /LANG=1033 "LegalCopyright" ""
VIAddVersionKey /LANG=1033 "FileVersion" "0.0.0.0"
Section
  MessageBox MB_OK|MB_ICONSTOP "${words}" /SD IDOK
  SetErrorLevel 1
SectionEnd
`

const builders = {
  win32: {
    program: 'electron.exe',
    parts: ['ffmpeg.dll', 'icudtl.dat', 'resources.pak', 'v8_context_snapshot.bin', 'version'],
    make(file) {
      const { status, stdout, stderr } = spawnSync('makensis', ['-V2', '-INPUTCHARSET', 'UTF8', '-'], {
        input: windowsScript(file),
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`makensis: ${stdout ?? ''}${stderr ?? ''}`)
    },
  },
  linux: {
    program: 'electron',
    parts: [
      'libffmpeg.so',
      'icudtl.dat',
      'resources.pak',
      'v8_context_snapshot.bin',
      'chrome-sandbox',
      'version',
    ],
    make(file) {
      writeFileSync(file, `#!/bin/sh\necho '${words}' >&2\nexit 1\n# `)
      chmodSync(file, 0o755)
    },
  },
}

/** Why none can be made for this platform; undefined when it can. Windows' is made with NSIS. */
export function whyNoStandIn(platform) {
  if (!(platform in builders)) return `there is no recipe on ${platform}`
  return platform === 'win32' ? ensureNsis() : undefined
}

/** Makes it anew. */
export function makeStandIn(platform, folder) {
  const { program, parts, make } = builders[platform]
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['locales', 'resources']) mkdirSync(join(folder, part), { recursive: true })
  for (const part of parts) writeFileSync(join(folder, part), `${words}\n`)
  for (const locale of ['en-US', 'zh-CN'])
    writeFileSync(join(folder, 'locales', `${locale}.pak`), `${words}\n`)
  for (const text of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, text), `${words}\n`)
  const file = join(folder, program)
  make(file)
  appendFileSync(file, fuseWire)
}
