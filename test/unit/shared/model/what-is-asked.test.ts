import { describe, expect, it } from 'vitest'
import { whatIsAsked } from '../../../../shared/model/what-is-asked.ts'
import type { Confirmation } from '../../../../shared/model/plan-preview.ts'

const cuts = (name: string, count: number): Confirmation => ({
  reason: 'cuts-connections',
  text: { key: 'confirmations.cuts-connections', params: { name, count } },
})
const leaves = (slot: string): Confirmation => ({
  reason: 'leaves-slot',
  text: { key: 'confirmations.leaves-slot', params: { upstream: 'shop', slot } },
})

describe('what a plan asks', () => {
  it('is the same when only the number of connections moves', () => {
    expect(whatIsAsked([cuts('shop', 1)])).toBe(whatIsAsked([cuts('shop', 12)]))
  })

  it.each([
    ['something more', [cuts('shop', 1)], [cuts('shop', 1), leaves('a')]],
    ['something less', [cuts('shop', 1)], []],
    ['the connections of another instance', [cuts('shop', 1)], [cuts('books', 1)]],
    ['another slot', [leaves('a')], [leaves('b')]],
  ])('is not the same when it is %s', (_what, before, after) => {
    expect(whatIsAsked(after)).not.toBe(whatIsAsked(before))
  })
})
