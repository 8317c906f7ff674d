import { expect, test } from 'vitest'
import { looksTheSame } from '../../../../../renderer/features/home/looks-the-same.ts'
import type { InstanceView } from '../../../../../shared/model/live-state.ts'
import { standby } from '../../../../helpers/instance-views.ts'

const view = standby('main-standby', 'main', {
  receiveLsn: '0/3000000',
  replayLsn: '0/3000000',
  lagBytes: 0,
  lagSeconds: 0,
  syncState: 'async',
  findings: [
    {
      code: 'replay-paused',
      severity: 'warning',
      message: { key: 'findings.replay-paused.message' },
      hint: { key: 'findings.replay-paused.hint' },
    },
  ],
})

test('a card is not drawn again for what moves with every poll', () => {
  expect(looksTheSame(view, { ...view, replayLsn: '0/4000000', lagBytes: 16_777_216, lagSeconds: 2 })).toBe(
    true,
  )
  expect(looksTheSame(view, { ...view, findings: view.findings.map((finding) => ({ ...finding })) })).toBe(
    true,
  )
})

test.each<[string, Partial<InstanceView>]>([
  ['state', { state: 'crashed' }],
  ['role', { role: 'primary' }],
  ['port', { port: 5434 }],
  ['version', { version: '18.5' }],
  ['upstream', { upstream: 'other' }],
  ['findings', { findings: [] }],
  ['gravity', { findings: view.findings.map((finding) => ({ ...finding, severity: 'error' as const })) }],
  ['place', { entry: { ...view.entry, supersededBy: 'other' } }],
])('it is when its %s changes', (_what, change) => {
  expect(looksTheSame(view, { ...view, ...change })).toBe(false)
})
