import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openRelay, type Relay } from '../../../../electron/system/net/relay.ts'

const plain = { delayMs: 0, bytesPerSecond: null, cut: false }
const open = new Set<{ close: () => unknown }>()

afterEach(async () => {
  for (const one of open) await one.close()
  open.clear()
})

/** A server that does `serve` with each connection. */
const listen = async (serve: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>()
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    serve(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.add({
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  })
  return (server.address() as AddressInfo).port
}

const relayTo = async (port: number): Promise<Relay> => {
  const relay = await openRelay({ host: '127.0.0.1', port })
  open.add(relay)
  return relay
}

interface Client {
  readonly socket: Socket
  /** What came, in milliseconds since it connected. */
  readonly came: { readonly atMs: number; readonly text: string }[]
  readonly closed: Promise<void>
  until(text: string): Promise<void>
}

const join = async (port: number): Promise<Client> => {
  const socket = connect({ host: '127.0.0.1', port })
  const came: Client['came'] = []
  const startedAt = performance.now()
  let wake: (() => void) | undefined
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    came.push({ atMs: performance.now() - startedAt, text: String(bytes) })
    wake?.()
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  open.add({ close: () => socket.destroy() })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  const has = (text: string): boolean =>
    came
      .map((one) => one.text)
      .join('')
      .includes(text)
  return {
    socket,
    came,
    closed,
    until: async (text) => {
      while (!has(text))
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Answers each line with `echo LINE`. */
const echo = (socket: Socket): void => {
  socket.on('data', (bytes) => socket.write(`echo ${String(bytes)}`))
  socket.on('end', () => socket.end())
}

test('passes bytes both ways, in order and unchanged, and counts what the target sent', async () => {
  const whole = Buffer.alloc(3_000_000, 0).map((_, index) => (index * 7 + (index >> 8)) % 251)
  const heard: Buffer[] = []
  const relay = await relayTo(
    await listen((socket) => {
      socket.on('data', (bytes) => heard.push(bytes))
      socket.on('end', () => socket.end(whole))
    }),
  )
  const socket = connect({ host: '127.0.0.1', port: relay.port, allowHalfOpen: true })
  const came: Buffer[] = []
  socket.on('data', (bytes) => came.push(bytes))
  socket.end('a question')
  await new Promise<void>((resolve) => socket.once('end', () => resolve()))
  expect(Buffer.concat(heard).toString()).toBe('a question')
  expect(Buffer.concat(came).equals(whole)).toBe(true)
  expect(relay.bytesForwarded()).toBe(whole.length)
})

test('a delay holds each chunk back so long, keeps the order, and spares what is sent to the target', async () => {
  const arrivals: number[] = []
  const relay = await relayTo(
    await listen((socket) => {
      socket.on('data', (bytes) => {
        arrivals.push(performance.now())
        socket.write(`echo ${String(bytes)}`)
      })
    }),
  )
  const client = await join(relay.port)
  await pause(1100)
  relay.adjust({ ...plain, delayMs: 1000 })
  const sentAt = performance.now()
  client.socket.write('one;')
  await pause(30)
  client.socket.write('two;')
  await client.until('two;')
  const elapsed = performance.now() - sentAt
  expect(client.came.map(({ text }) => text).join('')).toBe('echo one;echo two;')
  expect((arrivals[0] ?? Infinity) - sentAt).toBeLessThan(700)
  expect(elapsed).toBeGreaterThanOrEqual(1020)
  expect(elapsed).toBeLessThan(5000)
})

test('the delay of a new connection grows with its age, so that a handshake of many round trips gets through', async () => {
  const relay = await relayTo(await listen(echo))
  relay.adjust({ ...plain, delayMs: 60_000 })
  const client = await join(relay.port)
  for (const question of ['1;', '2;', '3;']) {
    client.socket.write(question)
    await client.until(question)
  }
  expect(client.came.at(-1)?.atMs).toBeLessThan(5000)
})

test('less delay lets go at once what was held back for longer', async () => {
  const relay = await relayTo(await listen(echo))
  const client = await join(relay.port)
  await pause(300)
  relay.adjust({ ...plain, delayMs: 60_000 })
  client.socket.write('held;')
  await pause(100)
  expect(client.came).toEqual([])
  relay.adjust(plain)
  await client.until('held;')
})

test('a throttle lets so many bytes a second through, of all connections together', async () => {
  const bytes = 40_000
  const relay = await relayTo(await listen((socket) => void socket.end(Buffer.alloc(bytes, 'x'))))
  relay.adjust({ ...plain, bytesPerSecond: 100_000 })
  const startedAt = performance.now()
  const clients = await Promise.all([join(relay.port), join(relay.port)])
  await Promise.all(clients.map(({ closed }) => closed))
  const seconds = (performance.now() - startedAt) / 1000
  expect(clients.map(({ came }) => came.reduce((sum, { text }) => sum + text.length, 0))).toEqual([
    bytes,
    bytes,
  ])
  expect(seconds).toBeGreaterThan(0.65)
  expect(seconds).toBeLessThan(5)
})

test('a throttled relay does not read far ahead: the sender is held back', async () => {
  let sent = 0
  const relay = await relayTo(
    await listen((socket) => {
      const fill = (): void => {
        while (sent < 64_000_000 && socket.write(Buffer.alloc(65_536))) sent += 65_536
      }
      socket.on('drain', fill)
      fill()
    }),
  )
  relay.adjust({ ...plain, bytesPerSecond: 1024 })
  await join(relay.port)
  await expect
    .poll(
      async () => {
        const once = sent
        await pause(300)
        return once === 0 ? -1 : sent - once
      },
      { timeout: 15_000 },
    )
    .toBe(0)
  expect(sent).toBeLessThan(32_000_000)
})

test('cut ends connections and lets none live; taken back, new ones pass', async () => {
  const relay = await relayTo(await listen(echo))
  const before = await join(relay.port)
  before.socket.write('here;')
  await before.until('here;')
  expect(relay.connections()).toBe(1)
  relay.adjust({ ...plain, cut: true })
  await before.closed
  expect(relay.connections()).toBe(0)
  const during = await join(relay.port)
  await during.closed
  expect(during.came).toEqual([])
  relay.adjust(plain)
  const after = await join(relay.port)
  after.socket.write('again;')
  await after.until('again;')
})

test('when the target is not there, or goes, the connection ends', async () => {
  const gone = await listen(() => undefined)
  for (const one of open) await one.close()
  open.clear()
  const dead = await relayTo(gone)
  await (
    await join(dead.port)
  ).closed
  const relay = await relayTo(await listen((socket) => socket.once('data', () => socket.destroy())))
  const client = await join(relay.port)
  client.socket.write('die;')
  await client.closed
  await expect.poll(() => relay.connections()).toBe(0)
})

test('closed, its port is free again and its connections are gone', async () => {
  const port = await listen(echo)
  const relay = await relayTo(port)
  const client = await join(relay.port)
  await Promise.all([relay.close(), relay.close()])
  await client.closed
  const again = await openRelay({ host: '127.0.0.1', port }, relay.port)
  expect(again.port).toBe(relay.port)
  await expect(openRelay({ host: '127.0.0.1', port }, relay.port)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
  await again.close()
})
