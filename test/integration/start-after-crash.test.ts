import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openSession, withSession } from '../../electron/postgres/connection/connect.ts'
import { isServerAlive, readPidFile } from '../../electron/postgres/programs/read-pid-file.ts'
import { startServer } from '../../electron/postgres/programs/start-server.ts'
import { readIdentity } from '../../electron/system/process/identity.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import {
  initTestServer,
  makeTestFolder,
  program,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const place = await makeTestFolder()
let server: InstanceTarget | undefined
let parent: ChildProcess | undefined

afterEach(async () => {
  parent?.kill('SIGKILL')
  parent = undefined
  if (server !== undefined) await stopTestServer(server, 'immediate')
  server = undefined
  await place.clear()
})

const pidOf = async ({ dataDir }: InstanceTarget): Promise<number> => {
  const file = await readPidFile(dataDir)
  if (file === undefined || 'problem' in file) throw new Error('no server')
  return file.pid
}

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const kill = async (target: InstanceTarget): Promise<number> => {
  const pid = await pidOf(target)
  process.kill(pid, 'SIGKILL')
  await waitUntil('killed', async () => (await readIdentity(pid)) === undefined)
  return pid
}

/** Started by a program that never asks what became of its children, as in a container without an init. */
const startUnreaped = async ({ binDir, dataDir }: InstanceTarget): Promise<void> => {
  const script = '"$0" -D "$1" >/dev/null 2>&1 & exec sleep 300'
  parent = spawn('sh', ['-c', script, program(binDir, 'postgres'), dataDir], {
    stdio: 'ignore',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  })
  await waitUntil('ready', async () => {
    const file = await readPidFile(dataDir)
    return file !== undefined && !('problem' in file) && file.status === 'ready'
  })
}

describe.skipIf(process.platform !== 'linux').each(testInstallations)(
  'after a crash of PostgreSQL $major (skipped where no /proc tells of processes)',
  ({ major, binDir }) => {
    const make = async (): Promise<InstanceTarget> => {
      const target = testTarget(place.folder, 'alpha', { major, binDir, port: 25_700 + major })
      await initTestServer(target, { unix_socket_directories: `${place.folder}, ${place.folder}/alpha` })
      server = target
      return target
    }

    test('a zombie that the lock files name keeps no server from starting', async () => {
      const target = await make()
      await startUnreaped(target)
      const dead = await kill(target)
      expect(isThere(dead)).toBe(true)
      expect(existsSync(path.join(place.folder, `.s.PGSQL.${target.port}.lock`))).toBe(true)
      expect(await isServerAlive(target.dataDir)).toBe(false)
      expect(await startServer(target, { deadlineMs: 30_000 })).toMatchObject({
        state: 'ready',
        alreadyRunning: false,
      })
      expect(await pidOf(target)).not.toBe(dead)
    })

    test('nor does another program that has got the pid, which is left alone', async () => {
      const target = await make()
      await startTestServer(target)
      const dead = await kill(target)
      for (const file of [
        path.join(target.dataDir, 'postmaster.pid'),
        path.join(place.folder, `.s.PGSQL.${target.port}.lock`),
        path.join(target.dataDir, `.s.PGSQL.${target.port}.lock`),
      ]) {
        const text = await readFile(file, 'utf8')
        await writeFile(file, text.replace(String(dead), String(process.pid)))
      }
      expect(await startServer(target, { deadlineMs: 30_000 })).toMatchObject({ state: 'ready' })
    })

    test('a statement that outlives its server is waited for, and named when it takes too long', async () => {
      const target = await make()
      await startTestServer(target)
      const busy = await openSession(target, { applicationName: 'busy' })
      const ended = busy
        .query(
          `do $$ declare last timestamptz := clock_timestamp() + interval '60 s';
           begin while clock_timestamp() < last loop null; end loop; end $$`,
        )
        .catch(() => undefined)
      await waitUntil('at work', () =>
        withSession(target, {}, async (session) => {
          const sql = `select pid from pg_stat_activity where application_name = 'busy' and state = 'active'`
          return (await session.query(sql)).length === 1
        }),
      )
      await kill(target)
      const before = await readFile(path.join(target.dataDir, 'postmaster.pid'), 'utf8')
      await expect(startServer(target, { deadlineMs: 300 })).rejects.toMatchObject({
        code: 'crashed-server-lingers',
        params: { dataDir: target.dataDir, pids: expect.stringContaining(String(busy.processId)) },
      })
      expect(await readFile(path.join(target.dataDir, 'postmaster.pid'), 'utf8')).toBe(before)
      const starting = startServer(target, { deadlineMs: 30_000 })
      process.kill(busy.processId, 'SIGTERM')
      expect(await starting).toMatchObject({ state: 'ready' })
      await ended
      await busy.close().catch(() => undefined)
    })
  },
)
