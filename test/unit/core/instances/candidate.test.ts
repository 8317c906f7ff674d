import { describe, expect, it } from 'vitest'
import { expectAccess } from '../../../../electron/core/instances/candidate-access.ts'
import { describeStandby } from '../../../../electron/core/instances/describe-standby.ts'
import { ownCommandsOf } from '../../../../electron/core/instances/own-commands.ts'
import { parseHba } from '../../../../electron/postgres/facts/hba.ts'
import { linuxTarget } from '../plan/preview/plans.ts'
import { entryOf } from '../../../helpers/entry-of.ts'

const setting = (value: string) => ({ value, file: '/d/postgresql.conf' })

const settings = (conninfo: string) => ({
  primary_conninfo: { value: conninfo },
  primary_slot_name: { value: 's1' },
})

describe('the way into a server that does not run', () => {
  const debian = parseHba(`local all postgres peer
local all all peer
host all all 127.0.0.1/32 scram-sha-256
`)
  const facts = { hba: debian, user: 'postgres', socketDir: '/run/postgresql', hasPassfile: false }

  it('is the socket for the superuser account where only peer is open', () => {
    expect(expectAccess({ ...facts, account: 'postgres' })).toEqual({
      access: 'expected-socket',
      host: '/run/postgresql',
    })
  })

  it.each([
    ['another account', { account: 'li' }],
    ['a password', { account: 'postgres', hasPassfile: true }],
    ['no socket', { account: 'postgres', socketDir: null }],
    [
      'TCP open to all',
      { account: 'postgres', hba: parseHba('host all all all trust\nlocal all all trust\n') },
    ],
    ['a file that cannot be read', { account: 'postgres', hba: null }],
  ])('is TCP with %s', (_, changes) => {
    expect(expectAccess({ ...facts, ...changes })).toEqual({ access: 'expected-tcp', host: '127.0.0.1' })
  })
})

describe('commands that a server runs by itself', () => {
  it('are listed with their file', () => {
    expect(
      ownCommandsOf({
        archive_mode: setting('on'),
        archive_command: setting('cp %p /a/%f'),
        shared_preload_libraries: setting('pg_stat_statements'),
        restore_command: setting(''),
        port: setting('5432'),
      }),
    ).toEqual([
      { setting: 'archive_command', value: 'cp %p /a/%f', file: '/d/postgresql.conf' },
      { setting: 'shared_preload_libraries', value: 'pg_stat_statements', file: '/d/postgresql.conf' },
    ])
  })

  it('hide the passwords in them', () => {
    const restore_command = setting('curl -u user:geheim https://h/%f -o %p')
    expect(ownCommandsOf({ restore_command })).toMatchObject([
      { value: 'curl -u user:******** https://h/%f -o %p' },
    ])
  })

  it.each([
    ['off', 0],
    ['always', 1],
    ['1', 1],
  ])('with archive_mode = %s: %s for archiving', (mode, count) => {
    const found = ownCommandsOf({ archive_mode: setting(mode), archive_command: setting('x') })
    expect(found).toHaveLength(count)
  })
})

describe('the ties of a standby somebody else made', () => {
  const known = [
    { name: 'twin', port: 5433, systemIdentifier: '8' },
    { name: 'main', port: 5433, systemIdentifier: '7' },
    { name: 'me', port: 5434, systemIdentifier: '7' },
  ]
  const anyone = { systemIdentifier: '7', target: linuxTarget('me') }

  it('lead to the instance on that port', () => {
    const text = 'user=repl host=localhost port=5433 application_name=me'
    expect(describeStandby(entryOf('me'), { role: 'standby', ...anyone }, settings(text), known)).toEqual({
      upstream: 'main',
      slot: 's1',
      applicationName: 'me',
      replicationRole: 'repl',
    })
  })

  it.each(['host=10.0.0.5 port=5433', 'host=127.0.0.1 port=5434', 'host=127.0.0.1', 'nonsense'])(
    'lead nowhere with %s',
    (text) => {
      expect(
        describeStandby(entryOf('me'), { role: 'standby', ...anyone }, settings(text), known).upstream,
      ).toBeNull()
    },
  )

  it('are none for a primary that keeps an old primary_conninfo', () => {
    const ties = describeStandby(
      entryOf('me'),
      { role: 'primary', ...anyone },
      settings('host=/tmp port=5433'),
      known,
    )
    expect(ties).toMatchObject({ upstream: null, slot: null })
  })
})
