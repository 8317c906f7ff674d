import { expect, test } from 'vitest'
import { roleFromBackendType, roleFromTitle } from '../../../../electron/core/readings/process-role.ts'

test.each([
  ['postgres: walsender rep 127.0.0.1(51234) streaming 0/3000148', 'wal-sender'],
  ['postgres: wal sender process rep 127.0.0.1(5) streaming 0/3', 'wal-sender'],
  ['postgres: 15/main: walreceiver streaming 0/3000148', 'wal-receiver'],
  ['postgres: wal receiver process   streaming 0/3', 'wal-receiver'],
  ['postgres: startup recovering 000000010000000000000003', 'startup'],
  ['postgres: beta: checkpointer ', 'checkpointer'],
  ['postgres: writer process', 'background-writer'],
  ['postgres: walwriter', 'wal-writer'],
  ['postgres: io worker 0', 'io-worker'],
  ['postgres: postgres app 127.0.0.1(4000) idle', 'client'],
  ['postgres.exe', 'unknown'],
])('%s is a %s', (title, role) => {
  expect(roleFromTitle(title)).toBe(role)
})

test('backend types of pg_stat_activity', () => {
  expect(roleFromBackendType('walreceiver')).toBe('wal-receiver')
  expect(roleFromBackendType('some extension')).toBe('background-worker')
})
