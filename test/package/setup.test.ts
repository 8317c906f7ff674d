import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { whyNoWine } from '../../build/bootstrap/ensure-wine.mjs'
import { fetchPackage } from '../../electron/postgres/installations/fetch-package.ts'
import { waitUntil } from '../helpers/wait-until.ts'
import { nodePackage } from '../windows/programs/node-package.ts'
import { readAsar, unpackAsar } from './helpers/asar.ts'
import { listFiles } from './helpers/list-files.ts'
import { expandableString, openWindowsBox, whyNoChinese, type WindowsBox } from './helpers/windows-box.ts'

const packages = inject('packages')
const setup = path.join(packages, `PgTandem-Setup-${packageJson.version}-x64-STAND-IN.exe`)
const noWine = whyNoWine()

const uninstallKey = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\PgTandem`
const runKey = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`
/** Longer than any string of NSIS may be. */
const longPath = String.raw`%USERPROFILE%\tools;` + String.raw`C:\a folder\of somebody;`.repeat(500)

describe.skipIf(noWine !== undefined)(`Setup.exe${noWine === undefined ? '' : ` (${noWine})`}`, () => {
  let box: WindowsBox
  let local = ''
  let installed = ''

  beforeAll(async () => {
    box = await openWindowsBox()
    local = await box.ask('echo', '%LOCALAPPDATA%')
    installed = `${local}\\Programs\\PgTandem`
    await mkdir(box.inside(`${local}\\PgTandem\\instances`), { recursive: true })
    await writeFile(box.inside(`${local}\\PgTandem\\instances\\data.txt`), 'kept')
    await box.run(
      'reg',
      'add',
      String.raw`HKCU\Environment`,
      '/v',
      'Path',
      '/t',
      'REG_EXPAND_SZ',
      '/d',
      longPath,
      '/f',
    )
  })
  afterAll(() => box?.remove())

  const pathOf = async (): Promise<string | undefined> =>
    expandableString(await box.registry(String.raw`HKCU\Environment`), 'Path')
  const install = (...args: readonly string[]): Promise<number> => box.run(box.outside(setup), '/S', ...args)
  const startMenuLink = async (): Promise<string> => {
    const folder = String.raw`Microsoft\Windows\Start Menu\Programs`
    return box.inside(`${await box.ask('echo', '%APPDATA%')}\\${folder}\\PgTandem.lnk`)
  }

  test('installs for one person: files, Start menu, uninstall entry, PATH', async () => {
    expect(await install()).toBe(0)
    const files = await listFiles(box.inside(installed))
    const unpacked = await listFiles(path.join(packages, 'win-unpacked'))
    expect(files).toEqual([...unpacked, 'Uninstall PgTandem.exe'].sort())
    expect((await readFile(await startMenuLink())).includes('PgTandem.exe')).toBe(true)
    const entry = await box.registry(uninstallKey)
    for (const value of [
      '"DisplayName"="PgTandem"',
      `"DisplayVersion"="${packageJson.version}"`,
      `"InstallLocation"="${installed.replaceAll('\\', '\\\\')}"`,
      'Uninstall PgTandem.exe\\" /S"',
    ])
      expect(entry).toContain(value)
    expect(await pathOf()).toBe(`${longPath};${installed}\\resources\\bin`)
    expect(await box.registry(runKey)).not.toContain('pgtandem')
  })

  test.skipIf(whyNoChinese !== undefined)(
    `says where the data stays, in the language of Windows${whyNoChinese === undefined ? '' : ` (${whyNoChinese})`}`,
    async () => {
      const data = `${local}\\PgTandem`.replaceAll('\\', '\\\\')
      expect(await box.registry(uninstallKey)).toContain(
        `"Comments"="您的服务器及其数据保留在原处：${data}。`,
      )
      expect(await box.runInEnglish(box.outside(setup), '/S')).toBe(0)
      expect(await box.registry(uninstallKey)).toContain(
        `"Comments"="Your servers and their data stay where they are, in ${data}.`,
      )
    },
  )

  test('a second time what is chosen now counts, and an update keeps it', async () => {
    expect(await install('/PATH=no', '/AUTOSTART=yes')).toBe(0)
    expect(await pathOf()).toBe(longPath)
    expect(await box.registry(runKey)).toContain(
      `"pgtandem.desktop"="\\"${installed.replaceAll('\\', '\\\\')}\\\\PgTandem.exe\\" --hidden"`,
    )
    // An update has no options, and keeps both.
    expect(await install('--updated')).toBe(0)
    expect(await pathOf()).toBe(longPath)
    expect(await box.registry(runKey)).toContain('pgtandem.desktop')
    expect(await install('/PATH=yes', '/AUTOSTART=no')).toBe(0)
    expect(await box.registry(runKey)).not.toContain('pgtandem.desktop')
  })

  test('its pgtandem.cmd runs the command line that was installed', async () => {
    const resources = box.inside(`${installed}\\resources`)
    const program = path.join(box.inside(installed), 'PgTandem.exe')
    const archive = path.join(resources, 'app.asar')
    const kept = path.join(box.folder, 'kept')
    await mkdir(kept)
    // Node takes the place of Electron, which is Node when it is told so, and it knows no archives.
    await rename(program, path.join(kept, 'PgTandem.exe'))
    await rename(archive, path.join(kept, 'app.asar'))
    await copyFile(await fetchWindowsNode(box.folder), program)
    await unpackAsar(await readAsar(path.join(kept, 'app.asar')), archive)
    const command = `${installed}\\resources\\bin\\pgtandem.cmd`
    expect(await box.ask(command, '--version')).toBe(packageJson.version)
    expect(await box.ask(command, '--lang', 'en', '--help')).toContain('pgtandem')
    expect(await box.run('cmd', '/c', command, 'no-such-command')).toBe(2)
    await rm(archive, { recursive: true })
    await rename(path.join(kept, 'app.asar'), archive)
    await rename(path.join(kept, 'PgTandem.exe'), program)
  })

  test('is refused while PostgreSQL or the program runs, and changes nothing', async () => {
    const postgres = box.inside(`${installed}\\resources\\postgres\\native\\bin\\postgres.exe`)
    await rename(postgres, `${postgres}.kept`)
    await copyFile(await makeSleeper(box.folder), postgres)
    const running = box.run(`${installed}\\resources\\postgres\\native\\bin\\postgres.exe`)
    const started = box.inside('C:\\sleeper-runs.txt')
    await waitUntil('the server runs', () => Promise.resolve(existsSync(started)), 30_000)
    const before = await listFiles(box.inside(installed))
    expect(await install()).toBe(2)
    const uninstaller = `${installed}\\Uninstall PgTandem.exe`
    expect(await box.run(uninstaller, '/S', `_?=${installed}`)).toBe(2)
    expect(await listFiles(box.inside(installed))).toEqual(before)
    expect(await pathOf()).toContain(installed)

    // An update begins while the program that started it is still ending.
    const updating = install('--updated')
    await rm(started)
    expect(await running).toBe(0)
    expect(await updating).toBe(0)
    await rm(`${postgres}.kept`, { force: true })
    expect((await readFile(postgres)).length).toBeGreaterThan(1_000_000)
  })

  test('a file that cannot be written is no success', async () => {
    const version = box.inside(`${installed}\\version`)
    await rm(version)
    await mkdir(version)
    await writeFile(path.join(version, 'in the way'), '')
    expect(await install()).toBe(3)
    await rm(version, { recursive: true })
    expect(await install()).toBe(0)
  })

  test('is removed again: the data stays, and so do files of others', async () => {
    await writeFile(path.join(box.inside(installed), 'mine.txt'), 'of somebody')
    expect(await box.run(`${installed}\\Uninstall PgTandem.exe`, '/S')).toBe(0)
    // It goes on as a copy of itself, so that it can remove itself.
    await waitUntil(
      'the files are gone',
      async () => (await readdir(box.inside(installed))).length === 1,
      60_000,
    )
    expect(await listFiles(box.inside(installed))).toEqual(['mine.txt'])
    expect(await readFile(box.inside(`${local}\\PgTandem\\instances\\data.txt`), 'utf8')).toBe('kept')
    await waitUntil(
      'the entries are gone',
      async () => {
        const software = await box.registry(String.raw`HKCU\Software`)
        return software !== '' && !software.includes('PgTandem]') && (await pathOf()) === longPath
      },
      30_000,
    )
    expect(await pathOf()).toBe(longPath)
    expect(await box.registry(uninstallKey)).toBe('')
    expect(await box.registry(runKey)).not.toContain('pgtandem')
    expect(existsSync(await startMenuLink())).toBe(false)
  })

  test('PATH has it once however often it is installed, and where there was none there is none afterwards', async () => {
    await box.run('reg', 'delete', String.raw`HKCU\Environment`, '/v', 'Path', '/f')
    for (const options of [[], ['/PATH=yes']]) {
      expect(await install(...options)).toBe(0)
      expect(await pathOf()).toBe(`${installed}\\resources\\bin`)
    }
    expect(await install('/PATH=no')).toBe(0)
    expect(await box.registry(String.raw`HKCU\Environment`)).not.toContain('"Path"')
  })
})

/** Its program, from the cache of the other tests with Windows programs. */
async function fetchWindowsNode(folder: string): Promise<string> {
  const home = process.env['PGTANDEM_TEST_POSTGRES_HOME'] ?? folder
  await fetchPackage(nodePackage, { into: path.join(folder, 'node'), cacheDir: path.join(home, 'cache') })
  return path.join(folder, 'node', 'bin', 'node.exe')
}

/** A Windows program that runs until a file is removed, which it makes itself. */
async function makeSleeper(folder: string): Promise<string> {
  const file = path.join(folder, 'sleeper.exe')
  const script = `
Unicode true
Target amd64-unicode
SilentInstall silent
RequestExecutionLevel user
Name sleeper
OutFile "${file}"
Section
  FileOpen $0 "C:\\sleeper-runs.txt" w
  FileClose $0
  again:
  Sleep 50
  IfFileExists "C:\\sleeper-runs.txt" again
SectionEnd
`
  const { status, stdout } = spawnSync('makensis', ['-V2', '-'], { input: script, encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout)
  return file
}
