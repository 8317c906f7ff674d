import { describe, expect, it } from 'vitest'
import { expandHba } from '../../../../../electron/postgres/facts/hba.ts'
import {
  home,
  kindsOf,
  planned,
  primaryFacts,
  reasonsOf,
  standbyFacts,
  stepsOfKind,
  worldWith,
} from '../../../../helpers/world.ts'
import { cloned, params } from './cloned.ts'

const read = (file: string) =>
  file === '/d/repl.conf' ? 'host replication replicator 127.0.0.1/32 md5\n' : undefined
const rules = (text: string) => expandHba('/d/pg_hba.conf', text, 16, { read, list: () => undefined })
const kindsFor = (hba: string) => kindsOf(cloned({ major: 16, facts: { hba, hbaRules: rules(hba) } }))

describe('the source of a clone', () => {
  it('prepares a source that is not ready, and names the connections that its restart cuts', () => {
    const plan = cloned({
      settings: { wal_level: 'minimal', max_wal_senders: '0', max_replication_slots: '0' },
      server: { clientConnections: 3, roles: [] },
    })
    expect(kindsOf(plan).slice(0, 4)).toEqual([
      'configure',
      'restart-server',
      'replication-role',
      'create-directory',
    ])
    expect(plan.confirmations).toEqual([
      {
        reason: 'cuts-connections',
        text: { key: 'confirmations.cuts-connections', params: { name: 'main', count: 3 } },
      },
    ])
  })

  it('restarts a source whose files are right and whose server has not read them yet', () => {
    const main = primaryFacts('main', { server: { clientConnections: 2 } })
    const running = {
      ...main.server?.settings,
      wal_level: { value: 'minimal', source: 'configuration file', context: 'postmaster' },
    }
    const pending = { ...main, server: main.server && { ...main.server, settings: running } }
    const plan = planned(worldWith([pending]), 'clone', params)
    expect(kindsOf(plan)[0]).toBe('restart-server')
    expect(reasonsOf(plan)).toEqual(['cuts-connections'])
  })

  it('takes hot_standby for the replica of older days', () => {
    expect(kindsOf(cloned({ settings: { wal_level: 'hot_standby' } }))[0]).toBe('create-directory')
    expect(kindsOf(cloned({ settings: { wal_level: 'logical' } }))[0]).toBe('create-directory')
    expect(kindsOf(cloned({ settings: { wal_level: 'archive' } }))[0]).toBe('configure')
  })

  it('adds a pg_hba.conf rule where none lets the role in', () => {
    const plan = cloned({ facts: { hba: 'local all all peer\n' } })
    expect(kindsOf(plan).slice(0, 2)).toEqual(['add-hba-rules', 'reload-server'])
  })

  it('adds none where an included file lets the role in, unless an earlier one cannot be read', () => {
    expect(kindsFor('include repl.conf\n')).not.toContain('add-hba-rules')
    expect(kindsFor('include none.conf\ninclude repl.conf\n')).toContain('add-hba-rules')
  })

  it('leaves the role alone that others made for their standbys, and makes one of its own', () => {
    const plan = cloned({
      entry: { origin: 'adopted', replicationRole: 'repuser', passfile: null },
      facts: { knowsReplicationPassword: false },
      server: { roles: [{ name: 'repuser', replication: true, canLogin: true, connectionLimit: 3 }] },
    })
    expect(stepsOfKind(plan, 'replication-role').map(({ role }) => role)).toEqual(['replicator'])
    expect(stepsOfKind(plan, 'catalogue').map(({ entry }) => entry?.replicationRole)).toEqual([
      'replicator',
      'replicator',
    ])
    const conninfo = stepsOfKind(plan, 'configure')[0]?.settings['primary_conninfo']
    expect(conninfo).toContain('user=replicator')
  })

  it('makes its own under a name that no role has: another password would cut off whoever connects as it', () => {
    const role = { replication: true, canLogin: true, connectionLimit: -1 }
    const named = (names: readonly string[]) =>
      stepsOfKind(
        cloned({
          entry: { origin: 'adopted' },
          facts: { knowsReplicationPassword: false },
          server: { roles: names.map((name) => ({ ...role, name })) },
        }),
        'replication-role',
      )
    expect(named(['replicator'])).toMatchObject([{ role: 'replicator_pgtandem', setPassword: true }])
    expect(named(['replicator', 'replicator_pgtandem'])).toMatchObject([
      { role: 'replicator_pgtandem_2', setPassword: true },
    ])
  })

  it('takes the role of the primary above a standby, where its password is known, and only copies that', () => {
    const mid = standbyFacts('mid', 'main', {
      entry: { origin: 'adopted', replicationRole: 'repuser', passfile: null },
      facts: { knowsReplicationPassword: false },
    })
    const plan = planned(worldWith([primaryFacts('main'), mid]), 'clone', { source: 'mid', name: 'copy' })
    const passfile = primaryFacts('main').entry.passfile
    expect(kindsOf(plan)).not.toContain('replication-role')
    expect(stepsOfKind(plan, 'write-passfile')[0]).toMatchObject({ instance: 'mid', copyFrom: passfile })
    expect(stepsOfKind(plan, 'catalogue').map(({ entry }) => [entry?.name, entry?.replicationRole])).toEqual([
      ['mid', 'replicator'],
      ['copy', 'replicator'],
    ])
  })

  it('sets no password of a role that stands, and one of a role that is gone', () => {
    const lacking = { name: 'replicator', replication: false, canLogin: true, connectionLimit: 2 }
    expect(stepsOfKind(cloned({ server: { roles: [lacking] } }), 'replication-role')).toMatchObject([
      { role: 'replicator', setPassword: false },
    ])
    expect(stepsOfKind(cloned({ server: { roles: [] } }), 'replication-role')).toMatchObject([
      { role: 'replicator', setPassword: true },
    ])
  })

  it('knows the primary above an adopted standby whose lower one is made again with a new role', () => {
    const adopted = {
      entry: { origin: 'adopted' as const, replicationRole: 'repuser', passfile: null },
      facts: { knowsReplicationPassword: false },
    }
    const world = worldWith([
      primaryFacts('main', adopted),
      standbyFacts('mid', 'main', { ...adopted, server: { roles: [] } }),
      standbyFacts('low', 'mid', { ...adopted, port: 5434 }),
    ])
    const plan = planned(world, 'reclone', { name: 'low' })
    const role = 'replicator_pgtandem'
    expect(stepsOfKind(plan, 'replication-role')).toMatchObject([{ instance: 'main', role }])
    expect(Object.keys(plan.targets)).toContain('main')
    expect(stepsOfKind(plan, 'catalogue').map(({ entry }) => [entry?.name, entry?.replicationRole])).toEqual([
      ['main', role],
      ['mid', role],
      ['low', role],
    ])
  })

  it('asks before files of an adopted source are changed', () => {
    const adopted = { entry: { origin: 'adopted' as const } }
    expect(reasonsOf(cloned({ ...adopted, facts: { hba: '' } }))).toEqual(['touches-foreign-files'])
    expect(reasonsOf(cloned(adopted))).toEqual([])
  })

  it('gives an adopted source that needs no password a passfile for its replication role', () => {
    const plan = cloned({
      entry: { origin: 'adopted', passfile: null },
      server: { roles: [] },
      facts: { knowsReplicationPassword: false },
    })
    expect(kindsOf(plan).slice(0, 3)).toEqual(['write-passfile', 'replication-role', 'catalogue'])
    const passfile = `${home}/credentials/main.pgpass`
    expect(stepsOfKind(plan, 'catalogue')[0]?.entry).toMatchObject({ name: 'main', passfile })
    expect(stepsOfKind(plan, 'write-passfile')[1]).toMatchObject({ copyFrom: passfile })
  })
})
