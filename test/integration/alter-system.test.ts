import { appendFile, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plansOf } from '../helpers/plans-of.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { testInstallations } from '../helpers/test-server.ts'

const secret = 's3cret'

const filesWith = async (text: string, folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return files.filter((_, index) => texts[index]?.includes(text))
}

describe.each(testInstallations)('postgresql.auto.conf of a running $major', ({ major, binDir }) => {
  const port = 25_610 + major * 2
  let core: TestCore
  let autoConf = ''
  let logFile = ''
  /** Called when the server has read the change; what it throws fails the job, which then takes itself back. */
  let whenReloaded: (() => Promise<void>) | null = null

  beforeAll(async () => {
    core = await createTestCore([], async (point, step, phase) => {
      if (phase === 'run' && point === 'after' && step.kind === 'reload-server') await whenReloaded?.()
    })
    const settings = { ...quickSettings, log_statement: 'all' }
    await core.perform('create', { name: 'main', port, pg: binDir, settings })
    await core.perform('clone', { source: 'main', name: 'copy', port: port + 1 })
  })
  afterAll(() => core.clear())

  const hold = async (name: string, lines: readonly string[]): Promise<void> => {
    const status = await core.statusOf(name)
    autoConf = path.join(status.dataDir, 'postgresql.auto.conf')
    logFile = (await plansOf(core).plan('reload', { name })).targets[name]?.logFile ?? ''
    await appendFile(autoConf, lines.map((line) => `${line}\n`).join(''))
    await core.perform('restart', { name })
  }

  const linesOf = async (setting: string): Promise<readonly string[]> =>
    (await readFile(autoConf, 'utf8')).split('\n').filter((line) => line.startsWith(setting))

  const show = async () => [
    await core.ask('main', 'show shared_preload_libraries'),
    await core.ask('main', 'show search_path'),
  ]

  const performAndFail = async (settings: Readonly<Record<string, string | null>>, name: string) => {
    const plan = await plansOf(core).plan('config', { name, settings })
    whenReloaded ??= () => Promise.reject(new Error('broken by the test'))
    const outcome = await core.run(plan)
    whenReloaded = null
    const message = expect.stringContaining('broken by the test') as unknown
    expect(outcome).toMatchObject({ aftermath: 'undone', error: { message } })
    return plan
  }

  describe('with a password in it', () => {
    const line = `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres password=${secret}'`
    beforeAll(() => hold('copy', [line]))

    it.each([['host=127.0.0.1 user=postgres'], [null]])(
      'keeps it out of journals and statements when it becomes %j, and undone has it again',
      async (value) => {
        let held: string[] = []
        whenReloaded = async () => {
          held = await filesWith(secret, path.join(core.home, 'journal'))
          expect(await Promise.all(held.map(async (file) => (await stat(file)).mode & 0o777))).toEqual([
            0o600,
          ])
          expect(await linesOf('primary_conninfo')).not.toContain(line)
          throw new Error('broken by the test')
        }
        const plan = await performAndFail({ primary_conninfo: value }, 'copy')
        expect(plan.steps[0]).toMatchObject({ kind: 'configure', via: 'alter-system' })
        expect(held).toMatchObject([expect.stringMatching(/\.private[/\\][^/\\]*\.json$/)])
        expect(await filesWith(secret, path.join(core.home, 'journal'))).toEqual([])
        expect(await linesOf('primary_conninfo')).toEqual([line])
        expect(await core.ask('copy', 'show primary_conninfo')).toContain(secret)
        const statements = (await readFile(logFile, 'utf8'))
          .split('\n')
          .filter((one) => one.includes('ALTER SYSTEM'))
        expect(statements).not.toEqual([])
        expect(statements.filter((one) => one.includes(secret))).toEqual([])
      },
    )
  })

  describe('with lists', () => {
    const libraries = `shared_preload_libraries = 'pg_stat_statements'`
    const names = `search_path = '"$user", public'`
    beforeAll(() => hold('main', [libraries, names]))

    const longer = {
      shared_preload_libraries: 'pg_stat_statements,auto_explain',
      search_path: '"$user",Public , "Odd, one"',
    }

    it('undone, holds the lists it had', async () => {
      const plan = await performAndFail(longer, 'main')
      expect(plan.steps[0]).toMatchObject({ kind: 'configure', via: 'alter-system' })
      expect(await linesOf('shared_preload_libraries')).toEqual([libraries])
      expect(await linesOf('search_path')).toEqual([names])
    })

    it('holds each element for itself, and the server starts with them', async () => {
      await core.perform('config', { name: 'main', settings: longer })
      await core.perform('restart', { name: 'main' })
      expect(await show()).toEqual(['pg_stat_statements, auto_explain', '"$user", public, "Odd, one"'])
    })

    it('holds a list of nothing, which no statement gives, and has it again when undone', async () => {
      const empty = { shared_preload_libraries: '', search_path: '' }
      await core.perform('config', { name: 'main', settings: empty })
      await performAndFail(longer, 'main')
      expect(await linesOf('shared_preload_libraries')).toEqual([`shared_preload_libraries = ''`])
      await core.perform('restart', { name: 'main' })
      expect(await show()).toEqual(['', ''])
    })
  })
})
