import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { previewOf } from '../../../../../electron/core/plan/preview/preview.ts'
import { scriptOf } from '../../../../../electron/core/plan/preview/script.ts'
import { forgetInstance } from '../../../../../electron/core/plan/steps/catalogue.ts'
import { configure, writeFile } from '../../../../../electron/core/plan/steps/configuration.ts'
import { replicationRole, writePassfile } from '../../../../../electron/core/plan/steps/credentials.ts'
import { createDirectory, removeDataDirectory } from '../../../../../electron/core/plan/steps/directories.ts'
import {
  baseBackup,
  completeCopy,
  createSlot,
  dropSlot,
  waitFor,
} from '../../../../../electron/core/plan/steps/replication.ts'
import { initdb, promoteServer, startServer } from '../../../../../electron/core/plan/steps/servers.ts'
import { createTranslator } from '../../../../../shared/i18n/translate.ts'
import { linuxTarget, planOf, windowsTarget } from './plans.ts'

const noTools = () => []

const backup = {
  source: 'main',
  partialDir: "/srv/it's 数据.partial",
  method: 'copy',
  programDir: null,
  slot: 'sb',
  tablespaces: [],
  expectedBytes: null,
} as const

const drafts = [
  createDirectory('main', "/srv/it's 数据"),
  writePassfile('main', '/srv/p:w', ['postgres', 'rep:user']),
  initdb('main', { dataDir: '/srv/main', locale: 'C', checksums: true, auth: 'scram-sha-256' }),
  configure('main', {
    via: 'file',
    file: '/srv/c',
    settings: { port: '5431', wal_level: null },
    live: false,
  }),
  startServer('main'),
  replicationRole('main', { role: 'R"x', connectionLimit: -1, passfile: '/srv/p', setPassword: true }),
  createSlot('main', 'sb'),
  baseBackup('sb', backup),
  completeCopy('sb', "/srv/it's 数据.partial", "/srv/it's 数据"),
  waitFor('sb', { kind: 'streaming', upstream: 'main', standby: 'sb', applicationName: 'sb' }),
  waitFor('sb', { kind: 'sync-state', upstream: 'main', applicationName: 'sb', synchronous: false }),
  promoteServer('sb', 'pg_ctl'),
  writeFile(null, { path: '/srv/x.cmd', content: '@echo off\r\n', encoding: 'ansi', executable: false }),
  removeDataDirectory('main', '/srv/main', {
    systemIdentifier: null,
    belongings: ['/srv/logs'],
    tablespaces: ['/srv/t s'],
  }),
  dropSlot('sb', 'old'),
  forgetInstance('main'),
]
const plan = planOf([linuxTarget('main', { passfile: "/srv/it's pass" }), linuxTarget('sb')], drafts)

describe.each(['en', 'zh-CN'] as const)('scripts in %s', (language) => {
  const t = createTranslator(language)

  it.skipIf(process.platform === 'win32')('are POSIX sh (Windows has none)', () => {
    const script = scriptOf(plan, 'sh', t, noTools)
    for (const shell of ['sh', 'bash']) execFileSync(shell, ['-n'], { input: script })
    expect(script).toMatch(/^#!\/bin\/sh\n/)
    expect(script).toContain('set -eu')
    expect(script.indexOf('"$(id -u)" = 0')).toBeLessThan(script.indexOf('mkdir'))
    for (const { title } of plan.steps) expect(script).toContain(t.text(title))
  })

  it('are batch files with CR LF that stop at the first failure', () => {
    const lines = scriptOf(plan, 'cmd', t, noTools).split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['@echo off', 'setlocal EnableExtensions DisableDelayedExpansion'])
    expect(lines.join('')).not.toMatch(/[\r\n]/)
    expect(lines).toContain(':failed')
    expect(lines.at(-2)).toBe('exit /b 1')
    const labels = new Set(lines.filter((line) => line.startsWith(':')))
    for (const [, label] of lines.join('\n').matchAll(/goto (:[\w-]+)/g)) expect(labels).toContain(label)
    const pgCtl = lines.findIndex((line) => line.includes('pg_ctl start'))
    expect(lines[pgCtl + 1]).toBe('if errorlevel 1 goto :failed')
  })

  it('mark points of no return and say what they leave out', () => {
    const mark = t.t('steps.script.point-of-no-return')
    const reason = t.t('steps.reasons.only-in-pgtandem')
    for (const shell of ['sh', 'cmd'] as const) {
      const script = scriptOf(plan, shell, t, noTools)
      expect(script.split(mark)).toHaveLength(4)
      expect(script).toContain(reason)
    }
  })
})

it('reads a batch file in the ANSI code page only where that matters', () => {
  const t = createTranslator('en')
  const plain = planOf([windowsTarget('main')], [startServer('main')])
  expect(scriptOf(plain, 'cmd', t, noTools)).not.toContain('chcp')
  const chinese = planOf([windowsTarget('main', { logFile: 'D:\\日志.log' })], [startServer('main')])
  expect(scriptOf(chinese, 'cmd', t, noTools)).toContain('chcp %%c')
})

it('previews a plan, its sentences in no language yet', () => {
  const preview = previewOf(
    { ...plan, notices: [{ key: 'steps.script.done' }] },
    { files: () => null, toolsOf: () => ['psql'] },
  )
  expect(preview.notices).toEqual([{ key: 'steps.script.done' }])
  expect(preview.steps).toHaveLength(plan.steps.length)
  expect(preview.steps[4]).toMatchObject({
    id: '05-start-server',
    title: { key: 'steps.start-server', params: { instance: 'main' } },
    undo: 'inverse',
    changes: [],
  })
  expect(preview.steps[3]?.changes[0]?.diff).toContain('+port = 5431')
  expect(preview.steps.at(-1)?.commands).toEqual({
    cmd: null,
    sh: null,
    reason: { key: 'steps.reasons.only-in-pgtandem' },
  })
  expect(structuredClone(preview)).toEqual(JSON.parse(JSON.stringify(preview)))
})
