import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContractClient } from '../../../shared/contract/contract.ts'
import { prepareWebFace } from '../../../electron/faces/web/web-face.ts'
import { createTestCore, type TestCore } from '../../helpers/test-core.ts'
import { closed, nextMessage, openSocket } from '../../helpers/web-host.ts'

let core: TestCore
let page = ''

beforeAll(async () => {
  core = await createTestCore()
  page = await mkdtemp(path.join(os.tmpdir(), 'web-page-'))
  await writeFile(path.join(page, 'index.html'), '<!doctype html><title>the page</title>')
})

afterAll(async () => {
  await core.clear()
  await rm(page, { recursive: true, force: true })
})

test('a job that a page began is cancelled and undone when the face ends, and the pages are told', async () => {
  const start = await prepareWebFace(page)
  let pages = 0
  const started = await start({
    core,
    port: 0,
    onPage: () => {
      pages += 1
    },
  })
  if (started.kind === 'elsewhere') throw new Error(`process ${started.server.pid} serves ${core.home}`)
  const socket = openSocket(started.server.port)
  socket.on('open', () => socket.send(JSON.stringify({ key: started.server.url.split('#key=')[1] })))
  await nextMessage(socket)
  expect(pages).toBe(1)
  const websocket = socket as unknown as globalThis.WebSocket
  const api: ContractClient = createORPCClient(new RPCLink({ websocket }))

  const answer = await api.operations.plan({ operation: 'create', params: { name: 'app' } })
  if (answer.kind === 'refused') throw new Error(answer.code)
  const begun = await api.operations.run({ planId: answer.planId })
  if (begun.kind !== 'started') throw new Error(begun.kind)
  expect(started.web.runningJobs()).toEqual([begun.job])

  const code = closed(socket)
  await started.web.close()
  expect(await code).toBe(1001)
  expect(started.web.runningJobs()).toEqual([])
  expect(await core.listJobs('all')).toMatchObject([{ id: begun.job, state: 'undone' }])
  expect(await core.namesFor('stop')).toEqual([])
})
