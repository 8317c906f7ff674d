import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { Plan } from '../../electron/core/plan/plan.ts'
import { scriptOf } from '../../electron/core/plan/preview/script.ts'
import { startStopScripts } from '../../electron/core/plan/preview/start-stop-scripts.ts'
import { addHbaRules, configure, standbyFile } from '../../electron/core/plan/steps/configuration.ts'
import { replicationRole, writePassfile } from '../../electron/core/plan/steps/credentials.ts'
import { createDirectory } from '../../electron/core/plan/steps/directories.ts'
import { baseBackup, completeCopy, createSlot, waitFor } from '../../electron/core/plan/steps/replication.ts'
import { initdb, startServer } from '../../electron/core/plan/steps/servers.ts'
import { numberSteps } from '../../electron/core/plan/steps/step.ts'
import { createTranslator } from '../../shared/i18n/translate.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import { plansOf } from '../helpers/plans-of.ts'
import { createTestCore } from '../helpers/test-core.ts'

const binDir = '/usr/lib/postgresql/15/bin'
const ready = existsSync(`${binDir}/psql`) && existsSync('/usr/bin/script') && process.getuid?.() !== 0
const why = ready ? '' : ' (needs PostgreSQL 15 in /usr/lib/postgresql, script(1), and not to be root)'
const home = ready ? mkdtempSync(path.join(tmpdir(), "plan 脚本 it's-")) : ''
const t = createTranslator('zh-CN')

function target(name: string, port: number): InstanceTarget {
  const dataDir = path.join(home, name)
  return {
    name,
    dataDir,
    binDir,
    major: 15,
    port,
    host: '127.0.0.1',
    user: 'postgres',
    passfile: path.join(home, `${name}.pass`),
    configFile: path.join(dataDir, 'postgresql.conf'),
    hbaFile: path.join(dataDir, 'pg_hba.conf'),
    logFile: path.join(home, 'log', `${name}.log`),
  }
}

const main = target('main', 24_671)
const standby = target('standby', 24_672)
const partialDir = `${standby.dataDir}.partial`
const partialConf = path.join(partialDir, 'postgresql.conf')
const rule = {
  type: 'host',
  database: 'replication',
  user: 'repuser',
  address: '127.0.0.1/32',
  method: 'scram-sha-256',
}
const conninfo = `host=127.0.0.1 port=${String(main.port)} user=repuser application_name=standby passfile='${(standby.passfile ?? '').replaceAll("'", String.raw`\'`)}'`

const plan: Plan = {
  operation: 'pair',
  params: {},
  targets: { main, standby },
  assumes: [],
  confirmations: [],
  notices: [],
  steps: numberSteps([
    createDirectory('main', path.join(home, 'log')),
    writePassfile('main', main.passfile ?? '', ['postgres', 'repuser']),
    initdb('main', { dataDir: main.dataDir, locale: 'C', checksums: true, auth: 'scram-sha-256' }),
    configure('main', {
      via: 'file',
      file: main.configFile,
      settings: {
        listen_addresses: '127.0.0.1',
        port: String(main.port),
        unix_socket_directories: '',
        log_timezone: null,
      },
      live: false,
    }),
    addHbaRules('main', { file: main.hbaFile, rules: [rule], live: false }),
    startServer('main'),
    replicationRole('main', {
      role: 'repuser',
      connectionLimit: -1,
      passfile: main.passfile ?? '',
      setPassword: true,
    }),
    writePassfile('standby', standby.passfile ?? '', ['postgres', 'repuser'], main.passfile),
    createSlot('main', 'standby'),
    baseBackup('standby', {
      source: 'main',
      partialDir,
      method: 'copy',
      programDir: null,
      slot: 'standby',
      tablespaces: [],
      expectedBytes: null,
    }),
    standbyFile('standby', path.join(partialDir, 'standby.signal')),
    configure('standby', {
      via: 'file',
      file: partialConf,
      settings: { port: String(standby.port), primary_conninfo: conninfo, primary_slot_name: 'standby' },
      live: false,
    }),
    completeCopy('standby', partialDir, standby.dataDir),
    startServer('standby'),
    waitFor('standby', {
      kind: 'streaming',
      upstream: 'main',
      standby: 'standby',
      applicationName: 'standby',
    }),
  ]),
}

/** Runs a script on a terminal of its own, as a person would, and types the password whenever it is asked for. */
async function runOnTerminal(
  file: string,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('script', ['-qec', `sh '${file.replaceAll("'", String.raw`'\''`)}'`, '/dev/null'], {
    env: { PATH: `/usr/bin:/bin`, LC_ALL: 'C.UTF-8', HOME: home, TERM: 'dumb' },
  })
  let output = ''
  let answered = 0
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (!/(?:postgres|repuser|password[^\n]*|again|it again): $/i.test(output.slice(answered))) return
    answered = output.length
    setTimeout(() => child.stdin.write('pa:ss\\wort\n'), 150)
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, output }
}

function stopAll(): void {
  for (const { dataDir } of [standby, main]) {
    if (!existsSync(path.join(dataDir, 'postmaster.pid'))) continue
    execFileSync(`${binDir}/pg_ctl`, ['stop', '-D', dataDir, '-m', 'immediate', '-w'], { stdio: 'ignore' })
  }
}

afterAll(() => {
  if (!ready) return
  stopAll()
  rmSync(home, { recursive: true, force: true })
})

const ask = (instance: InstanceTarget, sql: string): string =>
  execFileSync(
    `${binDir}/psql`,
    ['-h', '127.0.0.1', '-p', String(instance.port), '-U', 'postgres', '-Atc', sql, 'postgres'],
    {
      env: { ...process.env, PGPASSFILE: instance.passfile ?? '' },
      encoding: 'utf8',
    },
  ).trim()

it.skipIf(!ready)(`the script of a plan makes a primary and a streaming standby by hand${why}`, async () => {
  const file = path.join(home, 'pair.sh')
  writeFileSync(
    file,
    scriptOf(plan, 'sh', t, () => []),
  )
  const { code, output } = await runOnTerminal(file)
  expect(output).toContain('完成。')
  expect(code).toBe(0)
  expect(ask(main, 'create table t(x int); insert into t values (42); select pg_is_in_recovery()')).toMatch(
    /f$/,
  )
  expect(ask(standby, 'select pg_is_in_recovery()')).toBe('t')
  expect(ask(main, "select state from pg_stat_replication where application_name = 'standby'")).toBe(
    'streaming',
  )
  expect(readFileSync(path.join(standby.dataDir, 'backup_label.old'), 'utf8')).toMatch(
    /^START WAL LOCATION[^]*[^\n]\n$/,
  )
  await expect.poll(() => ask(standby, 'select x from t'), { timeout: 20_000 }).toBe('42')

  for (const script of startStopScripts([main, standby], 'sh', t)) {
    writeFileSync(path.join(home, script.fileName), script.content, { mode: 0o755 })
  }
  const run = (name: string): string => execFileSync(path.join(home, name), { cwd: '/', encoding: 'utf8' })
  expect(run('stop-all.sh')).toMatch(/standby 已停止[^]*main 已停止/)
  expect(existsSync(path.join(main.dataDir, 'postmaster.pid'))).toBe(false)
  expect(run('start-all.sh')).toMatch(/main 已在端口[^]*standby 已在端口/)
  expect(ask(standby, 'select pg_is_in_recovery()')).toBe('t')
  expect(run('start-main.sh')).toContain('main 已在运行')
})

it.skipIf(!ready)(`a core's script has the commands that its preview shows${why}`, async () => {
  const core = await createTestCore()
  try {
    const planned = await plansOf(core).plan('pair', { name: 'shop', port: 25_690, pg: binDir })
    const { steps } = await core.preview(planned)
    const shown = steps.filter(({ kind }) => kind !== 'wait').map(({ commands }) => commands)
    for (const shell of ['sh', 'cmd'] as const) {
      const lines = (await core.script(planned, shell, 'en')).split(/\r?\n/)
      const expected = shown.flatMap((commands) => commands[shell]?.split('\n') ?? [])
      expect(lines).toEqual(expect.arrayContaining(expected))
      for (const name of ['psql', 'pg_basebackup'])
        expect(expected.join('\n')).toContain(`${binDir}/${name} `)
    }
  } finally {
    await core.clear()
  }
})
