import { describe, expect, test } from 'vitest'
import { exitCodeFor, worstExitCode } from '../../../../electron/faces/cli/output/exit-code.ts'
import { errorsCli } from '../../../../shared/i18n/en/errors-cli.ts'
import { errorsOperations } from '../../../../shared/i18n/en/errors-operations.ts'

describe('exit codes', () => {
  test.each([
    ['invalid-parameter', 2],
    ['unknown-command', 2],
    ['unknown-command-similar', 2],
    ['not-a-choice', 2],
    ['confirmation-required', 3],
    ['port-taken', 3],
    ['changed-world', 3],
    ['job-is-running', 3],
    ['state-file-damaged', 3],
    ['sql-failed', 1],
    ['program-failed', 1],
    ['unexpected', 1],
    ['cancelled', 130],
  ] as const)('%s ends with %i', (code, exitCode) => {
    expect(exitCodeFor(code)).toBe(exitCode)
  })

  test('every refusal of an operation ends with 3', () => {
    const codes = Object.keys(errorsOperations) as (keyof typeof errorsOperations)[]
    expect(codes.filter((code) => exitCodeFor(code) !== 3)).toEqual([])
  })

  test('nothing that is wrong with a command line counts as a failure', () => {
    const codes = Object.keys(errorsCli) as (keyof typeof errorsCli)[]
    expect(codes.filter((code) => exitCodeFor(code) === 1)).toEqual([])
  })

  test('of several names the worst counts', () => {
    expect(worstExitCode([])).toBe(0)
    expect(worstExitCode([0, 3, 0])).toBe(3)
    expect(worstExitCode([3, 1, 2])).toBe(1)
    expect(worstExitCode([1, 130])).toBe(130)
  })
})
