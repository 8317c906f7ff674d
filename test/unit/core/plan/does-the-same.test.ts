import { describe, expect, it } from 'vitest'
import { doesTheSame } from '../../../../electron/core/plan/does-the-same.ts'
import type { Plan } from '../../../../electron/core/plan/plan.ts'
import {
  type InstanceChanges,
  planned,
  primaryFacts,
  replicationRow,
  standbyFacts,
  worldWith,
} from '../../../helpers/world.ts'

const pairOf = (primary: InstanceChanges = {}) =>
  worldWith([
    primaryFacts('main', {
      ...primary,
      server: { replication: [replicationRow('copy')], ...primary.server },
    }),
    standbyFacts('copy', 'main'),
  ])

const on = (names: string): Plan =>
  planned(pairOf({ settings: { synchronous_standby_names: names } }), 'synchronous', {
    standby: 'copy',
    on: true,
  })

const clone = (sizeBytes: number): Plan => {
  const plan = planned(pairOf(), 'clone', { source: 'main', name: 'third' })
  const sized = (step: Plan['steps'][number]) =>
    'expectedBytes' in step ? { ...step, expectedBytes: sizeBytes } : step
  return { ...plan, steps: plan.steps.map(sized) }
}

const restart = (clientConnections: number): Plan =>
  planned(pairOf({ server: { clientConnections } }), 'restart', { name: 'main' })

const asking = (...commands: readonly string[]): Plan => ({
  ...on(''),
  confirmations: commands.map((command) => ({
    reason: 'runs-its-commands',
    text: { key: 'confirmations.runs-its-commands', params: { name: 'main', commands: command } },
  })),
})

describe('a plan that is made again', () => {
  it('does the same in the same world', () => {
    expect(doesTheSame(on(''), on(''))).toBe(true)
  })

  it('does not when it would write another value, though its steps have the same names', () => {
    const [before, after] = [on(''), on('other')]
    expect(after.steps.map(({ id }) => id)).toEqual(before.steps.map(({ id }) => id))
    expect(after.assumes).toEqual(before.assumes)
    expect(doesTheSame(before, after)).toBe(false)
  })

  it('does when there is more to copy', () => {
    expect(doesTheSame(clone(1), clone(2))).toBe(true)
    expect(clone(1)).not.toEqual(clone(2))
  })

  it('does when connections have come or gone', () => {
    expect(restart(1).confirmations).not.toEqual(restart(0).confirmations)
    expect(doesTheSame(restart(0), restart(1))).toBe(true)
    expect(doesTheSame(restart(1), restart(0))).toBe(true)
  })

  it('does not when it asks what was not agreed to, or the same of something else', () => {
    expect(doesTheSame(asking('cp'), asking('cp'))).toBe(true)
    expect(doesTheSame(asking('cp'), asking())).toBe(true)
    expect(doesTheSame(asking(), asking('cp'))).toBe(false)
    expect(doesTheSame(asking('cp'), asking('rm'))).toBe(false)
  })
})
