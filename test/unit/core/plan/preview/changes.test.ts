import { describe, expect, it } from 'vitest'
import { changesOf, previewChanges } from '../../../../../electron/core/plan/preview/changes.ts'
import {
  addHbaRules,
  configure,
  standbyFile,
  writeFile,
} from '../../../../../electron/core/plan/steps/configuration.ts'
import { baseBackup, completeCopy } from '../../../../../electron/core/plan/steps/replication.ts'
import { initdb, startServer } from '../../../../../electron/core/plan/steps/servers.ts'
import { numberSteps } from '../../../../../electron/core/plan/steps/step.ts'
import { linuxTarget, onlyStep } from './plans.ts'

const set = (file: string, settings: Record<string, string | null>) =>
  configure('main', { via: 'file', file, settings, live: false })

const oneFile = (file: string, text: string) => (path: string) => (path === file ? text : null)

const rule = (address: string) => ({
  type: 'host',
  database: 'replication',
  user: 'replicator',
  address,
  method: 'scram-sha-256',
})

describe('changesOf', () => {
  it('shows a new file against an empty one', () => {
    const [change] = changesOf(onlyStep(set('/d/c', { port: '5431' })), () => null)
    expect(change).toEqual({
      file: '/d/c',
      diff: '--- /d/c\n+++ /d/c\n@@ -0,0 +1 @@\n+port = 5431\n',
    })
  })

  it('hides passwords', () => {
    const step = onlyStep(set('/d/c', { primary_conninfo: 'host=a password=geheim' }))
    const [change] = changesOf(step, () => "primary_conninfo = 'password=alt'\n")
    expect(change?.diff).toContain('host=a')
    expect(change?.diff).not.toMatch(/geheim|alt/)
  })

  it('has nothing for what is so already and for steps that edit nothing', () => {
    expect(changesOf(onlyStep(set('/d/c', { port: '1' })), () => 'port = 1\n')).toEqual([])
    expect(changesOf(onlyStep(startServer('main')), () => null)).toEqual([])
    const altered = configure('main', {
      via: 'alter-system',
      file: '/d/a',
      settings: { port: '1' },
      live: true,
    })
    expect(changesOf(onlyStep(altered), () => null)).toEqual([])
  })

  it('knows rules, recovery.conf and whole files', () => {
    const rule = { type: 'host', database: 'replication', user: 'r', address: '::1/128', method: 'md5' }
    const steps = [
      addHbaRules('main', { file: '/d/hba', rules: [rule], live: true }),
      standbyFile('main', '/d/recovery.conf', { sample: '/s', settings: { standby_mode: 'on' } }),
      writeFile(null, { path: '/d/x', content: 'one\n', encoding: 'utf8', executable: false }),
    ]
    const diffs = previewChanges(numberSteps(steps), oneFile('/s', '#standby_mode = off\n')).map(
      ([change]) => change?.diff,
    )
    expect(diffs[0]).toMatch(/^\+host +replication +r +::1\/128 +md5$/m)
    expect(diffs[1]).toMatch(/^\+standby_mode = on$/m)
    expect(diffs[2]).toMatch(/^\+one$/m)
  })
})

describe('previewChanges', () => {
  it('starts each diff from what the steps before have left', () => {
    const steps = numberSteps([
      set('/d/c', { port: '5431' }),
      set('/d/c', { port: '5433', wal_level: 'replica' }),
    ])
    const [first, second] = previewChanges(steps, () => 'port = 5432\n')
    expect(first?.[0]?.diff).toContain('-port = 5432\n+port = 5431')
    expect(second?.[0]?.diff).toContain('-port = 5431\n+port = 5433')
  })

  it('knows a copy’s files from its source, also after the rename', () => {
    const backup = {
      source: 'main',
      partialDir: '/srv/sb.partial',
      method: 'copy',
      programDir: null,
      slot: null,
      tablespaces: [],
      expectedBytes: null,
    } as const
    const steps = numberSteps([
      set('/srv/main/postgresql.conf', { port: '5430' }),
      baseBackup('sb', backup),
      set('/srv/sb.partial/postgresql.conf', { port: '5431' }),
      completeCopy('sb', '/srv/sb.partial', '/srv/sb'),
      set('/srv/sb/postgresql.conf', { port: '5432' }),
    ])
    const changes = previewChanges(steps, oneFile('/srv/main/postgresql.conf', 'port = 1\n'), {
      targets: { main: linuxTarget('main') },
    })
    expect(changes[2]?.[0]?.diff).toContain('-port = 5430\n+port = 5431')
    expect(changes[4]?.[0]?.diff).toContain('-port = 5431\n+port = 5432')
  })

  it('starts from what initdb writes, and shows no rule that stands there already', () => {
    const target = linuxTarget('main')
    const texts = new Map([
      ['/share/postgresql.conf.sample', "#port = 5432\n#cluster_name = ''\n"],
      [
        '/share/pg_hba.conf.sample',
        'host    replication     all             127.0.0.1/32            @authmethodhost@\n',
      ],
    ])
    const steps = numberSteps([
      initdb('main', { dataDir: target.dataDir, locale: 'C', checksums: true, auth: 'scram-sha-256' }),
      set(target.configFile, { port: '5430' }),
      addHbaRules('main', { file: target.hbaFile, rules: [rule('127.0.0.1/32')], live: false }),
      addHbaRules('main', { file: target.hbaFile, rules: [rule('::1/128')], live: false }),
    ])
    const changes = previewChanges(steps, (path) => texts.get(path) ?? null, {
      targets: { main: target },
      shareDirOf: () => '/share',
    })
    expect(changes[1]?.[0]?.diff).toContain(' #port = 5432')
    expect(changes[2]).toEqual([])
    expect(changes[3]?.[0]?.diff).toMatch(/^\+host +replication +replicator +::1\/128 +scram-sha-256$/m)
  })
})
