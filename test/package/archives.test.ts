import { spawnSync } from 'node:child_process'
import { mkdtemp, readlink, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { listFiles } from './helpers/list-files.ts'

const packages = inject('packages')
const { version } = packageJson
const named = (name: string): string => path.join(packages, name)

const run = (program: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  return stdout
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-archives-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

/** What the deb needs besides the program is put into the unpacked folder while the others are made from it. */
const withoutDeb = (files: readonly string[]): readonly string[] =>
  files.filter((file) => !/^resources\/(apparmor-profile|package-type)$/.test(file))

const unpackedFiles = async (platform: 'linux' | 'win'): Promise<readonly string[]> =>
  withoutDeb(await listFiles(named(`${platform}-unpacked`)))

test('what was made is told, with what it is made with, and what was not made with the reason', () => {
  const said = inject('packagesSaid')
  for (const name of [
    `PgTandem-${version}-linux-amd64-STAND-IN.deb`,
    `PgTandem-${version}-linux-x64-STAND-IN.tar.gz`,
    `PgTandem-${version}-win-x64-STAND-IN.zip`,
    `PgTandem-Setup-${version}-x64-STAND-IN.exe`,
  ])
    expect(said).toMatch(
      new RegExp(`^made: .*${name.replaceAll('.', '\\.')} .*stand-in.*never to release`, 'm'),
    )
  expect(said).toMatch(/^not made: darwin dmg, because this is linux/m)
})

test('a checksum of each lies beside them', () => {
  const { status, stdout } = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS.txt'], {
    cwd: packages,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stdout.trim().split('\n')).toHaveLength(4)
})

test('the tar.gz holds the unpacked program, links as links', async () => {
  run('tar', '-xzf', named(`PgTandem-${version}-linux-x64-STAND-IN.tar.gz`), '-C', folder)
  const top = path.join(folder, `PgTandem-${version}-linux-x64-STAND-IN`)
  expect(withoutDeb(await listFiles(top))).toEqual(await unpackedFiles('linux'))
  expect(await readlink(path.join(top, 'resources/postgres/native/lib/libpq.so'))).toBe('libpq.so.5.18')
  expect((await stat(path.join(top, 'resources/bin/pgtandem'))).mode & 0o777).toBe(0o755)
})

test('the zip for Windows holds the unpacked program', async () => {
  const zip = path.join(folder, 'zip')
  run('7za', 'x', '-y', `-o${zip}`, named(`PgTandem-${version}-win-x64-STAND-IN.zip`))
  expect(await listFiles(zip)).toEqual(await unpackedFiles('win'))
})

describe('the deb', () => {
  const deb = named(`PgTandem-${version}-linux-amd64-STAND-IN.deb`)

  const field = (name: string): string => run('dpkg-deb', '-f', deb, name).trim()

  test('says what it is and what it needs', () => {
    expect(field('Package')).toBe('pgtandem')
    expect(field('Version')).toBe(version)
    expect(field('Depends').split(', ')).toEqual(
      expect.arrayContaining(['libgtk-3-0', 'libgbm1', 'libasound2 | libasound2t64']),
    )
    expect(Number(field('Installed-Size'))).toBeGreaterThan(40_000)
    expect(field('Description')).toMatch(/PostgreSQL/)
  })

  test('holds the program, its command on PATH, its entry in the menu and its icons', async () => {
    const unpacked = path.join(folder, 'deb')
    run('dpkg-deb', '-x', deb, unpacked)
    const files = await listFiles(unpacked)
    const program = files
      .filter((file) => file.startsWith('opt/PgTandem/'))
      .map((file) => file.slice('opt/PgTandem/'.length))
    expect(withoutDeb(program)).toEqual(await unpackedFiles('linux'))
    expect(files.filter((file) => !file.startsWith('opt/'))).toEqual([
      'usr/bin/pgtandem',
      'usr/share/applications/pgtandem-desktop.desktop',
      'usr/share/doc/pgtandem/copyright',
      ...['128x128', '16x16', '24x24', '256x256', '32x32', '48x48', '512x512', '64x64'].map(
        (size) => `usr/share/icons/hicolor/${size}/apps/pgtandem-desktop.png`,
      ),
    ])
    expect((await stat(path.join(unpacked, 'usr/bin/pgtandem'))).mode & 0o777).toBe(0o755)
    const entries = run('dpkg-deb', '-c', deb).split('\n').filter(Boolean)
    expect(entries.filter((line) => !/ root\/root /.test(line))).toEqual([])
  })
})
