import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startStopScripts } from '../../../../../electron/core/plan/preview/start-stop-scripts.ts'
import { createTranslator } from '../../../../../shared/i18n/translate.ts'
import { linuxTarget, windowsTarget } from './plans.ts'

const t = createTranslator('en')
const made: string[] = []
afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true })
})

/** Scripts beside a pg_ctl that writes down what it was asked and ends as told. */
function install(pgCtl: string): { dir: string; asked: () => string } {
  const dir = path.join(mkdtempSync(path.join(tmpdir(), 'scripts-')), "it's 数据 $x")
  made.push(path.dirname(dir))
  mkdirSync(dir)
  writeFileSync(
    path.join(dir, 'pg_ctl'),
    `#!/bin/sh\necho "$*" >> '${dir.replace("'", "'\\''")}/asked'\n${pgCtl}\n`,
  )
  chmodSync(path.join(dir, 'pg_ctl'), 0o755)
  const targets = ['one', 'two'].map((name) =>
    linuxTarget(name, { binDir: dir, dataDir: `${dir}/${name}`, logFile: `${dir}/logs/${name}/server.log` }),
  )
  for (const file of startStopScripts(targets, 'sh', t)) {
    execFileSync('sh', ['-n'], { input: file.content })
    writeFileSync(path.join(dir, file.fileName), file.content, { mode: 0o755 })
  }
  return { dir, asked: () => readFileSync(path.join(dir, 'asked'), 'utf8') }
}
/** Runs one as the account that `uid` says it is. */
function run(dir: string, name: string, uid = 1000) {
  const accounts = mkdtempSync(path.join(tmpdir(), 'accounts-'))
  made.push(accounts)
  writeFileSync(path.join(accounts, 'id'), `#!/bin/sh\necho ${uid}\n`, { mode: 0o755 })
  const env = { ...process.env, PATH: `${accounts}:${process.env['PATH'] ?? ''}` }
  return spawnSync(path.join(dir, name), { cwd: '/', encoding: 'utf8', env })
}

describe.skipIf(process.platform === 'win32')('sh (Windows has none)', () => {
  it('starts from any folder and says so', () => {
    const { dir, asked } = install('[ "$1" != status ] || exit 3')
    const { status, stdout } = run(dir, 'start-one.sh')
    expect(status).toBe(0)
    expect(stdout).toContain('Starting one on port 5432')
    expect(asked()).toContain(`start -w -t 300 -D ${dir}/one -l ${dir}/logs/one/server.log`)
    expect(existsSync(`${dir}/logs/one`)).toBe(true)
    expect(existsSync(`${dir}/logs/two`)).toBe(false)
  })

  it.each(['start-one.sh', 'stop-one.sh', 'start-all.sh'])('%s leaves everything alone as root', (name) => {
    const { dir } = install('exit 3')
    const { status, stdout, stderr } = run(dir, name, 0)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/^PostgreSQL refuses to run as root[^\n]*\n$/)
    expect(existsSync(`${dir}/asked`)).toBe(false)
    expect(existsSync(`${dir}/logs`)).toBe(false)
  })

  it('hands on the code of pg_ctl', () => {
    const { dir } = install('[ "$1" != status ] || exit 3\nexit 7')
    const { status, stderr } = run(dir, 'start-one.sh')
    expect(status).toBe(7)
    expect(stderr).toContain('pg_ctl ended with code 7 for one')
    expect(run(dir, 'start-all.sh').status).toBe(7)
  })

  it('leaves alone what is so already', () => {
    const { dir, asked } = install('exit 0')
    expect(run(dir, 'start-one.sh').stdout).toBe('one is running already.\n')
    expect(asked()).not.toContain('start -w')
  })

  it('stops in the opposite order', () => {
    const { dir, asked } = install('exit 0')
    expect(run(dir, 'stop-all.sh').status).toBe(0)
    expect(
      asked()
        .match(/stop .*?\/(one|two) -m fast/g)
        ?.map((line) => /(one|two) -m/.exec(line)?.[1]),
    ).toEqual(['two', 'one'])
  })
})

describe('cmd', () => {
  const targets = [windowsTarget('main', { dataDir: 'D:\\数据 50%' }), windowsTarget('sb')]
  const files = startStopScripts(targets, 'cmd', t)
  const content = (name: string) => files.find(({ fileName }) => fileName === name)?.content ?? ''

  it('has a script for each and for all', () => {
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'start-main.cmd',
      'stop-main.cmd',
      'start-sb.cmd',
      'stop-sb.cmd',
      'start-all.cmd',
      'stop-all.cmd',
    ])
    expect(new Set(files.map(({ encoding, executable }) => `${encoding} ${String(executable)}`))).toEqual(
      new Set(['ansi false']),
    )
    expect(content('stop-all.cmd').indexOf('stop-sb')).toBeLessThan(
      content('stop-all.cmd').indexOf('stop-main'),
    )
  })

  it('quotes, ends in CR LF and hands on the code', () => {
    const lines = content('start-main.cmd').split('\r\n')
    expect(lines.join('')).not.toMatch(/[\r\n]/)
    expect(lines).toContain(
      'start "PostgreSQL main" /d "%SystemRoot%" /min /wait D:\\PostgreSQL\\bin\\pg_ctl.exe start -w -t 300 -D "D:\\数据 50%%" -l "D:\\My DB\\main.log"',
    )
    const makes = lines.indexOf('if not exist "D:\\My DB" mkdir "D:\\My DB"')
    expect(makes).toBeGreaterThan(0)
    expect(lines[makes + 1]).toContain('pg_ctl.exe start')
    expect(content('stop-main.cmd')).not.toContain('mkdir')
    expect(lines.at(-2)).toBe('exit /b %code%')
    expect(lines[3]).toContain('chcp')
  })

  it('has no start-all for a single one', () => {
    expect(startStopScripts(targets.slice(1), 'cmd', t)).toHaveLength(2)
  })
})
