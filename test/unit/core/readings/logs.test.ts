import { appendFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parseCurrentLogFiles } from '../../../../electron/core/readings/log-file.ts'
import { followLog, readLog } from '../../../../electron/core/readings/logs.ts'

let place: { readonly dataDir: string; readonly logFile: string }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'logs-'))
  place = { dataDir: path.join(folder, 'data'), logFile: path.join(folder, 'server.log') }
  await mkdir(path.join(place.dataDir, 'log'), { recursive: true })
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('the newest lines come from the end, over block borders, with an unfinished one', async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => `line ${index} ${'x'.repeat(40)}`)
  await writeFile(place.logFile, `${lines.join('\n')}\nunfinished`)
  expect((await readLog(place, 3)).lines).toEqual([...lines.slice(-2), 'unfinished'])
  expect((await readLog(place, 4000)).lines[0]).toBe(lines[1001])
  expect((await readLog(place, 99_999)).lines).toHaveLength(5001)
  expect((await readLog(place, 0)).lines).toEqual([])
})

test('no log yet is no lines; a line that is not UTF-8 is read as GBK', async () => {
  expect((await readLog(place, 5)).lines).toEqual([])
  await writeFile(place.logFile, Buffer.from([0xd6, 0xd0, 0x0d, 0x0a, 0xe4, 0xb8, 0xad, 0x0a]))
  expect((await readLog(place, 5)).lines).toEqual(['中', '中'])
})

const changed = (password: string) =>
  `LOG:  parameter "primary_conninfo" changed to "host=h password=${password} port=1"`

test('passwords in them are hidden, read or followed', async () => {
  await writeFile(place.logFile, `${changed('geheim')}\n`)
  expect((await readLog(place, 5)).lines).toEqual([changed('********')])
  const seen: string[] = []
  const stop = new AbortController()
  const following = followLog(place, (line) => void seen.push(line), stop.signal)
  await appendFile(place.logFile, `${changed('secret')}\n`)
  await vi.waitFor(() => expect(seen).toEqual([changed('********'), changed('********')]), 5000)
  stop.abort()
  await following
})

test('the collector’s current file goes before pg_ctl’s', async () => {
  await writeFile(place.logFile, 'old\n')
  await writeFile(path.join(place.dataDir, 'log', 'a.log'), 'collected\n')
  await writeFile(path.join(place.dataDir, 'current_logfiles'), 'stderr log/a.log\n')
  expect((await readLog(place, 5)).lines).toEqual(['collected'])
  expect(parseCurrentLogFiles('csvlog log/a.csv\nstderr log/b.log\n')).toBe('log/b.log')
})

test('following gives each line once, and survives truncation', async () => {
  await writeFile(place.logFile, 'one\ntw')
  const seen: string[] = []
  const stop = new AbortController()
  const following = followLog(place, (line) => void seen.push(line), stop.signal)
  await vi.waitFor(() => expect(seen).toEqual(['one']), 5000)
  await appendFile(place.logFile, 'o\nthree\n')
  await vi.waitFor(() => expect(seen).toEqual(['one', 'two', 'three']), 5000)
  await truncate(place.logFile)
  await appendFile(place.logFile, 'new\n')
  await vi.waitFor(() => expect(seen.at(-1)).toBe('new'), 5000)
  stop.abort()
  await following
  expect(seen).toHaveLength(4)
})
