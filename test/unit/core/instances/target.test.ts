import { expect, it } from 'vitest'
import { catalogueEntrySchema } from '../../../../shared/model/catalogue-entry.ts'
import { nothingSeen } from '../../../../electron/core/instances/observed-state.ts'
import { targetOf } from '../../../../electron/core/instances/target.ts'
import { entryOf } from '../../../helpers/entry-of.ts'

const configured = {
  port: { value: '5444', file: '/srv/main/data/postgresql.conf', source: 'file' },
} as const

it.each([
  [5432, null, nothingSeen],
  [5433, 5433, nothingSeen],
  [5444, 5433, { ...nothingSeen, settings: configured }],
  [5455, 5433, { ...nothingSeen, settings: configured, port: 5455 }],
])('takes port %i where the catalogue has %j', (port, remembered, observed) => {
  expect(targetOf(entryOf('main', { port: remembered }), observed).port).toBe(port)
})

it('reads entries that were written before ports were remembered', () => {
  const { port: _port, ...old } = entryOf('main')
  expect(catalogueEntrySchema.parse(old).port).toBeNull()
})
