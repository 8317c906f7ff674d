import { expect, test } from 'vitest'
import { pairNames } from '../../../../shared/model/pair-names.ts'

test('the first pair of names that is free, with its slots', () => {
  expect(pairNames('main', [])).toEqual({ primary: 'main', standby: 'main-standby', number: 1 })
  expect(pairNames('main', ['main'])).toMatchObject({ primary: 'main-2', standby: 'main-2-standby' })
  expect(pairNames('main', ['main_standby', 'main-2'])).toMatchObject({ primary: 'main-3' })
  expect(pairNames('main', [], 4)).toMatchObject({ primary: 'main-4', number: 4 })
})
