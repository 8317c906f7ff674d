import { expect, it } from 'vitest'
import { journalled } from '../../../../../electron/core/plan/runners/config-text.ts'

it.each([
  ["work_mem = '4MB'", false],
  ["primary_conninfo = 'host=h password=s3cret'", true],
  ["ssl_passphrase_command = 'echo s3cret'", true],
  ["auth.password 's3cret'", true],
])('%s goes into the journal only without a secret', async (line, isSecret) => {
  const kept: unknown[] = []
  const keepSecret = (value: unknown): Promise<void> => {
    kept.push(value)
    return Promise.resolve()
  }
  const undo = [{ name: 'x', before: line, after: `#${line}`, twins: 0 }]
  expect(await journalled(undo, { keepSecret })).toEqual(isSecret ? { secret: true } : { undo })
  expect(kept).toEqual(isSecret ? [undo] : [])
})
