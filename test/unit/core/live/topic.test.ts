import { expect, test } from 'vitest'
import { createTopic } from '../../../../electron/core/live/topic.ts'

const never = new AbortController().signal

test('who waits is woken by news, and at once by news that came before', async () => {
  const topic = createTopic()
  const waiting = topic.wait(topic.version(), never)
  topic.bump()
  await waiting
  expect(topic.version()).toBe(1)
  await topic.wait(0, never)
})

test('it waits no longer than told, and not when it is over', async () => {
  const topic = createTopic()
  const startedMs = performance.now()
  await topic.wait(0, never, 30)
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(25)
  const over = new AbortController()
  const waiting = topic.wait(0, over.signal)
  over.abort()
  await waiting
  await topic.wait(0, over.signal)
})
