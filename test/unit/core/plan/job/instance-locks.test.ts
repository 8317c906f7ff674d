import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lockInstances } from '../../../../../electron/core/plan/job/instance-locks.ts'

const job = { id: 'one', operation: 'stop' }

test('an error between two locks leaves none of them held', async (context) => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'locks-'))
  context.onTestFinished(() => rm(home, { recursive: true }))
  const obstacle = path.join(home, 'locks', 'b.lock')
  await mkdir(obstacle, { recursive: true })
  await expect(lockInstances(home, ['b', 'a'], job)).rejects.toMatchObject({ code: 'EISDIR' })
  expect(await readdir(path.join(home, 'locks'))).toEqual(['b.lock'])
  await rm(obstacle, { recursive: true })
  const locks = await lockInstances(home, ['b', 'a'], job)
  await expect(lockInstances(home, ['a'], { id: 'two', operation: 'start' })).rejects.toMatchObject({
    code: 'instance-busy',
    params: { name: 'a', operation: 'stop', job: 'one' },
  })
  await locks.release()
  expect(await readdir(path.join(home, 'locks'))).toEqual([])
})
