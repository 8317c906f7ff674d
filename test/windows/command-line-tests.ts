import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { programVersion } from '../../electron/core/program-version.ts'
import { findFreePort } from '../../electron/system/platform/ports.ts'
import type { FaultPlace } from '../helpers/fault-program.ts'
import { runChild } from '../helpers/undo-matrix/run-child.ts'
import { faultProgram, serverPrograms } from './helpers/programs.ts'
import { createCommandLine, type CommandLine } from './helpers/run-command-line.ts'

const timeout = 90_000

type Row = Readonly<Record<string, unknown>>

export const commandLineTests = (): Promise<void> =>
  describe('the command line', { concurrency: 1, timeout: 6 * timeout }, () => {
    let folder = ''
    let cli: CommandLine
    let port = 0

    before(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'command line '))
      cli = createCommandLine(path.join(folder, 'home of it'))
      port = await findFreePort(25_440)
    })
    after(async () => {
      await cli.run('stop', '--all', '--mode', 'immediate')
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    })

    const rows = async (field: string, ...args: readonly string[]): Promise<readonly Row[]> =>
      (await cli.document(...args))[field] as readonly Row[]

    test('makes an instance and tells it in one document', { timeout: 2 * timeout }, async () => {
      const added = await cli.document('postgres', 'add', serverPrograms)
      assert.match(JSON.stringify(added), /15\.\d+/)
      const made = await cli.document('create', 'alpha', '--port', String(port), '--pg', serverPrograms)
      assert.deepEqual([made['operation'], made['changed'], made['instances']], ['create', true, ['alpha']])
    })

    test('tells its state, and answers SQL', { timeout }, async () => {
      const [alpha] = await rows('instances', 'status', 'alpha')
      assert.deepEqual([alpha?.['state'], alpha?.['role'], alpha?.['port']], ['running', 'primary', port])
      const answer = await cli.document('sql', 'alpha', '-c', `select '主库' as name`)
      assert.match(JSON.stringify(answer), /主库/)
    })

    test('speaks Chinese', { timeout }, async () => {
      const { code, stdout } = await cli.run('status', '--lang', 'zh-CN')
      assert.equal(code, 0)
      assert.match(stdout, /alpha +运行中/)
    })

    test('refuses with code 3 and changes nothing, and calls wrong usage 2', { timeout }, async () => {
      const refused = await cli.run('create', 'alpha', '--json')
      assert.equal(refused.code, 3)
      assert.equal((JSON.parse(refused.stdout) as { error: Row }).error['code'], 'name-taken')
      assert.equal((await cli.run('crate', 'alpha')).code, 2)
    })

    /** A clone by a program that is killed at this point; returns its job. */
    const killClone = async (at: Pick<FaultPlace, 'step' | 'point'>): Promise<string> => {
      const end = await runChild(faultProgram, {
        home: cli.home,
        programVersion,
        action: 'run',
        operation: 'clone',
        params: { source: 'alpha', name: 'beta', port: port + 1, method: 'copy' },
        killAt: { phase: 'run', nth: 1, ...at },
        failAt: null,
        verify: [],
      })
      assert.equal(end, 'killed')
      const job = (await rows('jobs', 'jobs', 'list')).find(({ state }) => state === 'interrupted')
      assert.equal(job?.['operation'], 'clone')
      return String(job?.['id'])
    }
    const dataOfBeta = () => path.join(cli.home, 'instances', 'beta', 'data')

    test(
      'takes back what a killed one left, a server that runs on as well',
      { timeout: 2 * timeout },
      async () => {
        const job = await killClone({ step: '09-wait', point: 'before' })
        assert.equal(existsSync(path.join(dataOfBeta(), 'postmaster.pid')), true)
        await cli.document('jobs', 'undo', job)
        assert.equal(existsSync(dataOfBeta()), false)
        assert.deepEqual(
          (await rows('instances', 'status')).map(({ name }) => name),
          ['alpha'],
        )
        const slots = await cli.document('sql', 'alpha', '-c', 'select count(*) from pg_replication_slots')
        assert.deepEqual(slots['rows'], [['0']])
      },
    )

    test('finishes what a killed one began, the copy from its start', { timeout: 2 * timeout }, async () => {
      const job = await killClone({ step: '04-base-backup', point: 'inside' })
      await cli.document('jobs', 'resume', job)
      assert.equal((await cli.document('verify', 'beta'))['ok'], true)
      const left = await readdir(path.dirname(dataOfBeta()))
      assert.deepEqual(left.toSorted(), ['data', 'log'])
    })

    test('stops the standby, and removes both with their data', { timeout: 2 * timeout }, async () => {
      assert.equal((await cli.document('stop', 'beta'))['changed'], true)
      for (const name of ['beta', 'alpha']) {
        const removed = await cli.document('remove', name, '--delete-data', '--yes')
        assert.equal(removed['changed'], true)
      }
      assert.deepEqual(await rows('instances', 'status'), [])
    })
  })
