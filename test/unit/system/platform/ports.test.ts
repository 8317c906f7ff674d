import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  parseListeningInodes,
  parseNetstatListener,
} from '../../../../electron/system/platform/port-holder.ts'
import { findFreePort, readPortState } from '../../../../electron/system/platform/ports.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

const listen = async (host: string) => {
  const server = createServer()
  open.push(server)
  server.listen(0, host)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('readPortState', () => {
  it.each(['127.0.0.1', '0.0.0.0', '127.0.0.2'])('sees a server on %s and names it', async (host) => {
    const port = await listen(host)
    expect(await readPortState(port)).toMatchObject({ state: 'taken', holder: { pid: process.pid } })
    open.splice(0)[0]?.close()
    expect(await readPortState(port)).toEqual({ state: 'free' })
  })

  it('names the program of another process', async () => {
    const text =
      'const s = require("net").createServer().listen(0, "127.0.0.1", () => console.log(s.address().port))'
    const child = spawn(process.execPath, ['-e', text], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    expect(await readPortState(Number(said.toString()))).toMatchObject({
      state: 'taken',
      holder: { pid: child.pid, program: expect.stringMatching(/node/i) as string },
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
})

describe('findFreePort', () => {
  it('passes over taken and promised ports', async () => {
    const port = await listen('127.0.0.1')
    const found = await findFreePort(port)
    expect(found).toBeGreaterThan(port)
    expect(await findFreePort(port, { except: [found] })).toBeGreaterThan(found)
  })

  it('says when there is none left', async () => {
    await expect(findFreePort(65_535, { except: [65_535] })).rejects.toMatchObject({
      code: 'port-search-failed',
    })
  })
})

describe('parsers', () => {
  it('finds listening sockets only, on their own port only', () => {
    const text = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1538 00000000:0000 0A 00000000:00000000 00:00000000 00000000   101        0 51234 1 0 100 0 0 10 0
   1: 0100007F:1538 0100007F:9999 01 00000000:00000000 00:00000000 00000000   101        0 51235 1 0 100 0 0 10 0
   2: 0100007F:1539 00000000:0000 0A 00000000:00000000 00:00000000 00000000   101        0 51236 1 0 100 0 0 10 0`
    expect(parseListeningInodes(text, 5432)).toEqual(['51234'])
  })

  it('reads netstat in any language', () => {
    const text =
      '  Proto  Lokale Adresse         Remoteadresse          Status           PID\r\n' +
      '  TCP    127.0.0.1:5432         127.0.0.1:50000        HERGESTELLT      9\r\n' +
      '  TCP    0.0.0.0:5432           0.0.0.0:0              ABHÖREN          4711\r\n' +
      '  TCP    [::]:5433              [::]:0                 LISTENING        4712\r\n'
    expect(parseNetstatListener(text, 5432)).toBe(4711)
    expect(parseNetstatListener(text, 5433)).toBe(4712)
    expect(parseNetstatListener(text, 543)).toBeUndefined()
  })
})
