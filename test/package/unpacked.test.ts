import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { fuseOrder, fuses, fuseSentinel } from '../../build/package/fuses.mjs'
import { appId } from '../../electron/faces/desktop/app-id.ts'
import { readAsar, unpackAsar } from './helpers/asar.ts'
import { listFiles } from './helpers/list-files.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = inject('packages')
const unpacked = {
  linux: { folder: path.join(packages, 'linux-unpacked'), program: 'pgtandem-desktop', postgres: 'postgres' },
  win: { folder: path.join(packages, 'win-unpacked'), program: 'PgTandem.exe', postgres: 'postgres.exe' },
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-unpacked-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

describe.each([
  ['linux', unpacked.linux],
  ['win', unpacked.win],
] as const)('the unpacked program for %s', (_platform, { folder: app, program, postgres }) => {
  test('its archive is what was built, and nothing else', async () => {
    const files = await readAsar(path.join(app, 'resources/app.asar'))
    const built = (await listFiles(path.join(root, 'dist')))
      .filter((file) => /^(cli|desktop|renderer)\//.test(file))
      .map((file) => `dist/${file}`)
    expect([...files.keys()].sort()).toEqual([...built, 'package.json'].sort())
    const different = []
    for (const file of built)
      if (files.get(file)?.equals(await readFile(path.join(root, file))) !== true) different.push(file)
    expect(different).toEqual([])
    const { version } = packageJson
    expect(JSON.parse(files.get('package.json')?.toString() ?? '')).toMatchObject({
      name: 'pgtandem',
      version,
      main: 'dist/desktop/main.mjs',
      type: 'module',
      pgtandem: { url: 'https://updates.example/pgtandem', isSigned: false },
    })
  })

  test('PostgreSQL lies outside it, with licences and notices', async () => {
    const files = await listFiles(path.join(app, 'resources'))
    for (const file of [
      'LICENSE.txt',
      'THIRD-PARTY-NOTICES.txt',
      'app-update.yml',
      'postgres/COPYRIGHT',
      'postgres/LICENSE.md',
      'postgres/package.json',
      `postgres/native/bin/${postgres}`,
      'postgres.bki',
    ])
      expect(files.filter((found) => found.endsWith(file))).not.toEqual([])
    // electron-builder adds two files for the deb.
    const added = new Set(['apparmor-profile', 'package-type'])
    const top = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !added.has(name)))
    expect(top).toEqual(
      new Set(['LICENSE.txt', 'THIRD-PARTY-NOTICES.txt', 'app-update.yml', 'app.asar', 'bin', 'postgres']),
    )
    expect(files.filter((file) => /\.(a|lib|pdb|map)$|node_modules|\.test\.|\/wx/.test(file))).toEqual([])
  })

  test('its fuses are burnt as they are meant to be', async () => {
    const bytes = await readFile(path.join(app, program))
    const at = bytes.indexOf(fuseSentinel) + fuseSentinel.length
    const wire = bytes.subarray(at + 2, at + 2 + fuseOrder.length).toString()
    expect(Object.fromEntries(fuseOrder.map((name, index) => [name, wire[index] === '1']))).toEqual(fuses)
  })
})

test('the installer and the program know each other by the same name', async () => {
  expect((await import('../../build/package/identity.mjs')).appId).toBe(appId)
})

describe('the command line out of the package', () => {
  test('runs, and finds its PostgreSQL outside the archive', async () => {
    const resources = path.join(folder, 'resources')
    await mkdir(resources)
    await unpackAsar(
      await readAsar(path.join(unpacked.linux.folder, 'resources/app.asar')),
      path.join(resources, 'app.asar'),
    )
    await cp(path.join(unpacked.linux.folder, 'resources/postgres'), path.join(resources, 'postgres'), {
      recursive: true,
      verbatimSymlinks: true,
    })
    await cp(path.join(unpacked.linux.folder, 'resources/bin'), path.join(resources, 'bin'), {
      recursive: true,
    })
    const libraries = path.join(resources, 'postgres/native/lib')
    expect(await readlink(path.join(libraries, 'libpq.so.5'))).toBe('libpq.so.5.18')

    // In the place of Electron, which is Node when it is told so.
    const program = path.join(folder, 'pgtandem-desktop')
    await writeFile(
      program,
      `#!/bin/sh\n[ "$ELECTRON_RUN_AS_NODE" = 1 ] || exit 9\nexec '${process.execPath}' "$@"\n`,
    )
    await chmod(program, 0o755)
    const link = path.join(folder, 'a link')
    await symlink(path.join('resources', 'bin', 'pgtandem'), link)
    const run = (...args: string[]) =>
      spawnSync(link, ['--home', path.join(folder, 'home'), ...args], { encoding: 'utf8' })
    expect(run('--version').stdout.trim()).toBe(packageJson.version)
    const listed = run('postgres', 'list', '--json')
    expect(listed.stderr).toBe('')
    expect(JSON.parse(listed.stdout)).toMatchObject({
      installations: expect.arrayContaining([
        expect.objectContaining({
          source: 'bundled',
          major: 18,
          binDir: path.join(resources, 'postgres/native/bin'),
        }),
      ]),
    })
    expect(run('no-such-command').status).toBe(2)
    expect(run('demo', '--lang', 'en').stdout).toContain('All checks passed')
  })
})
