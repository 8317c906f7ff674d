import { describe, expect, test } from 'vitest'
import { fitsNotedStart } from '../../../../electron/postgres/programs/noted-start.ts'
import { parsePidFile } from '../../../../electron/postgres/facts/pid-file.ts'

const file = parsePidFile('4711\nD:/pg/data\n1795277281\n5432\n\nlocalhost\n')
if ('problem' in file) throw new Error(file.problem)

describe('the third line of postmaster.pid, 16:08:01, against the start of the process with its pid', () => {
  test.each([
    ['20261121160800950', 'a moment before, as a server begins'],
    ['20261121160801999', 'within the second that it notes'],
    ['20261121160720000', 'as long before as a scanner may keep it'],
  ])('%s is its server: %s', (token) => {
    expect(fitsNotedStart(token, file.startedAt)).toBe(true)
  })

  test.each([
    ['20261121160831000', 'half a minute later, after a power cut'],
    ['20261122160801000', 'a day later'],
    ['20261121150801000', 'an hour before, by a clock that was set back'],
  ])('%s is another server that got its pid: %s', (token) => {
    expect(fitsNotedStart(token, file.startedAt)).toBe(false)
  })

  test('a token that is only a name says nothing', () => {
    expect(fitsNotedStart('name postgres.exe', file.startedAt)).toBe(true)
    expect(fitsNotedStart(undefined, file.startedAt)).toBe(true)
  })
})
