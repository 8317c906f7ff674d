import { appendFile, cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withSession } from '../../electron/postgres/connection/connect.ts'
import { runProgram } from '../../electron/system/process/run-program.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { program, startTestServer, testTarget } from './test-server.ts'

export interface GuideServer {
  readonly major: number
  readonly binDir: string
  readonly port: number
  /** That the standby connects as; it is its own password. `repuser` unless told otherwise. */
  readonly role?: string
}

/** initdb with nothing but its defaults (trust), as the guides run it. */
export const initByHand = (target: Pick<InstanceTarget, 'binDir' | 'dataDir'>): Promise<unknown> =>
  runProgram(program(target.binDir, 'initdb'), ['-D', target.dataDir, '-U', 'postgres', '-N'])

const lines = (text: string): string => `${text.trim().replaceAll(/\n +/g, '\n')}\n`

/**
 * A pair as guide 003 makes it, step by step and by hand: role, pg_hba.conf line, settings, start, backup functions around
 * a plain copy to `data-slave1`, then the standby's files (12 and newer). Both run.
 */
export const makeGuidePair = async (
  folder: string,
  server: GuideServer,
): Promise<{ readonly master: InstanceTarget; readonly slave: InstanceTarget }> => {
  const { role = 'repuser' } = server
  const master = { ...testTarget(folder, 'data', server), passfile: null }
  const slave = { ...testTarget(folder, 'data-slave1', { ...server, port: server.port + 1 }), passfile: null }
  await mkdir(path.join(folder, 'archive'))
  await initByHand(master)
  await appendFile(
    master.hbaFile,
    lines(`host    replication     ${role}         127.0.0.1/32            md5`),
  )
  await appendFile(
    master.configFile,
    lines(`
      port = ${server.port}
      unix_socket_directories = ''
      fsync = off
      wal_level = replica
      max_wal_senders = 4
      archive_mode = on
      archive_command = 'cp "%p" "${folder}/archive/%f"'
      hot_standby = on
      wal_keep_size = 1024 # 64 segments`),
  )
  await startTestServer(master)
  await withSession(master, {}, async (session) => {
    await session.simple(
      `create user ${role} replication login connection limit 3 encrypted password '${role}'`,
    )
    await session.simple(`create table test (id int, name text); insert into test values (1, 'mophee')`)
    await session.simple(`select pg_backup_start('itrunc.com', true)`)
    await cp(master.dataDir, slave.dataDir, { recursive: true, preserveTimestamps: true })
    const [row] = await session.query('select labelfile from pg_backup_stop(false)')
    await writeFile(path.join(slave.dataDir, 'backup_label'), row?.['labelfile'] ?? '')
  })
  await rm(path.join(slave.dataDir, 'postmaster.pid'))
  await rm(path.join(slave.dataDir, 'pg_wal'), { recursive: true })
  await mkdir(path.join(slave.dataDir, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 })
  await appendFile(
    slave.configFile,
    lines(`
      port = ${server.port + 1}
      primary_conninfo = 'host=localhost port=${server.port} user=${role} password=${role} keepalives_idle=60'`),
  )
  await writeFile(path.join(slave.dataDir, 'standby.signal'), '')
  await startTestServer(slave)
  return { master, slave }
}
