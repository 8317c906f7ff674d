import { expect, test } from 'vitest'
import { commands } from '../../../../electron/faces/cli/commands/commands.ts'
import { foreignWords, nearest, suggestCommand } from '../../../../electron/faces/cli/usage/suggestions.ts'

const names = commands.map(({ name }) => name)

test('every foreign word leads to a command that exists', () => {
  const targets = Object.values(foreignWords).flatMap((target) => target.split(' | '))
  const known = new Set<string>(names)
  expect(targets.filter((target) => !known.has(target.split(' ')[0] ?? ''))).toEqual([])
})

test('no foreign word hides a command of ours', () => {
  expect(names.filter((name) => name in foreignWords)).toEqual([])
})

test('a slip of the finger finds the command, a far word finds none', () => {
  expect(nearest('promot', names)).toBe('promote')
  expect(nearest('stpo', names)).toBe('stop')
  expect(nearest('sync', names)).toBe('synchronous')
  expect(nearest('banana', names)).toBeNull()
  expect(suggestCommand(['PG_LSCLUSTERS'], names)).toBe('status')
  expect(suggestCommand(['pg_ctl.exe', 'stop'], names)).toContain('stop NAME')
})
