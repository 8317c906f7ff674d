import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createLinks } from '../../../../electron/core/playground/links.ts'
import type { CatalogueEntry } from '../../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'

const says = async (word: string, place: string | number): Promise<Server> => {
  const server = createServer((socket) => socket.end(word))
  server.listen(typeof place === 'string' ? { path: place } : { port: place, host: '127.0.0.1' })
  await once(server, 'listening')
  return server
}

const heardAt = async (port: number): Promise<string> => {
  const socket = connect({ port, host: '127.0.0.1' })
  let heard = ''
  socket.on('data', (bytes) => (heard += String(bytes)))
  await once(socket, 'close')
  return heard
}

test.skipIf(process.platform === 'win32')(
  'a link never opens the way to a socket, where the server would take everybody for this account',
  async (context) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'links-'))
    const overTcp = await says('tcp', 0)
    const { port } = overTcp.address() as AddressInfo
    const overSocket = await says('socket', path.join(folder, `.s.PGSQL.${port}`))
    context.onTestFinished(async () => {
      overSocket.close()
      await rm(folder, { recursive: true, force: true })
    })
    const links = createLinks({
      entryOf: (name) => Promise.resolve({ name, upstream: 'main' } as CatalogueEntry),
      targetOf: () => Promise.resolve({ host: folder, port } as InstanceTarget),
      lead: () => Promise.resolve(),
    })
    const leaving = new AbortController()
    const offer = links.offer('copy', leaving.signal)
    const { value } = await offer.next()
    expect(await heardAt(value ?? 0)).toBe('tcp')
    leaving.abort()
    await offer.next()

    overTcp.close()
    await once(overTcp, 'close')
    const second = links.offer('copy', new AbortController().signal)
    await expect(second.next()).rejects.toMatchObject({
      code: 'link-needs-tcp',
      params: { upstream: 'main' },
    })
    await links.close()
  },
)
