import http from 'node:http'
import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCodes } from '../../../shared/contract/web-protocol.ts'
import {
  closed,
  nextMessage,
  openKeyedSocket,
  openSocket,
  openTestWeb,
  testKey,
  type TestWeb,
} from '../../helpers/web-host.ts'

let web: TestWeb

beforeAll(async () => {
  web = await openTestWeb()
})

afterAll(() => web.close())

const request = (
  path: string,
  options: http.RequestOptions = {},
): Promise<{ readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const sent = http.request({ host: '127.0.0.1', port: web.port, path, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      })
    })
    sent.on('error', reject)
    sent.end()
  })

/** The status that an upgrade is refused with. */
const refusal = (socket: ReturnType<typeof openSocket>): Promise<number> =>
  new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('open', () => resolve(101))
  })

/** The code of a socket that sends one frame when it is open. */
async function codeAfter(frame: string | Buffer): Promise<number> {
  const socket = openSocket(web.port)
  socket.on('open', () => socket.send(frame))
  return closed(socket)
}

test('the page has its own nonce each time, and a policy that allows nothing else', async () => {
  const [first, second] = [await request('/'), await request('/instances/app')]
  const nonces = [first, second].map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1])
  expect(new Set(nonces).size).toBe(2)
  const policy = String(first.headers['content-security-policy'])
  expect(policy).toContain(`'nonce-${nonces[0]}'`)
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`connect-src 'self' ws://${web.address};`)
  expect(policy).not.toContain('unsafe')
  expect(first.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(first.headers['access-control-allow-origin']).toBeUndefined()
})

test('files are kept for ever when their name has a hash, and come compressed', async () => {
  const plain = await request('/assets/app-1.js')
  expect(plain.status).toBe(200)
  expect(plain.headers['cache-control']).toContain('immutable')
  await expect
    .poll(async () => {
      const { headers } = await request('/assets/app-1.js', { headers: { 'accept-encoding': 'gzip, br' } })
      return headers['content-encoding']
    })
    .toBe('br')
  expect((await request('/icon.svg')).headers['cache-control']).toBe('no-cache')
})

test.each(['/nothing.js', '/../package.json', '/%2e%2e/package.json', '/assets/../../etc/passwd'])(
  '%s is not found',
  async (path) => expect((await request(path)).status).toBe(404),
)

test('only GET is answered', async () => {
  expect((await request('/', { method: 'POST' })).status).toBe(405)
  expect(await request('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
})

test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example'])(
  'a request for the host %s is refused (DNS rebinding)',
  async (host) => expect((await request('/', { headers: { host } })).status).toBe(421),
)

test('localhost is another name of ours', async () => {
  expect((await request('/', { headers: { host: `localhost:${web.port}` } })).status).toBe(200)
})

test('a socket from another site, another port, another host or from nowhere is refused', async () => {
  const refused = [
    { origin: 'http://evil.example' },
    { origin: `http://127.0.0.1:${web.port + 1}` },
    { origin: `https://127.0.0.1:${web.port}` },
    { origin: 'null' },
    { origin: `http://localhost:${web.port}` },
    { origin: `http://evil.example:${web.port}`, headers: { host: `evil.example:${web.port}` } },
  ]
  const statuses = await Promise.all(refused.map((options) => refusal(openSocket(web.port, options))))
  expect(statuses).toEqual(refused.map(() => 403))
  const { status } = await request('/rpc', {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    },
  })
  expect(status).toBe(403)
})

test('a socket that shows a wrong key, or something else, is closed', async () => {
  const shown = [
    '{"key":"wrong"}',
    `{"key":"${testKey.slice(1)}"}`,
    `{"key":"${testKey}","more":1}`,
    '{}',
    'null',
    'no json',
    '{"i":"1","p":{"u":"/session/hello"}}',
    Buffer.from(JSON.stringify({ key: testKey })),
  ]
  const codes = await Promise.all(shown.map(codeAfter))
  expect(codes).toEqual(shown.map(() => closeCodes.wrongKey))
})

test('a socket that shows no key is closed after two seconds', async () => {
  const started = Date.now()
  expect(await closed(openSocket(web.port))).toBe(closeCodes.wrongKey)
  expect(Date.now() - started).toBeGreaterThan(1900)
  expect(Date.now() - started).toBeLessThan(10_000)
})

test('what follows a wrong key is not answered', async () => {
  const socket = openSocket(web.port)
  const heard: string[] = []
  socket.on('message', (data: Buffer) => heard.push(data.toString()))
  socket.on('open', () => {
    socket.send('{"key":"wrong"}')
    socket.send(JSON.stringify({ key: testKey }))
    socket.send('{"i":"1","p":{"u":"/session/hello"}}')
  })
  expect(await closed(socket)).toBe(closeCodes.wrongKey)
  expect(heard).toEqual([])
})

test('requests may follow the key at once', async () => {
  const socket = openSocket(web.port)
  const heard: string[] = []
  socket.on('message', (data: Buffer) => heard.push(data.toString()))
  socket.on('open', () => {
    socket.send(JSON.stringify({ key: testKey }))
    socket.send('{"i":"1","p":{"u":"/session/hello"}}')
  })
  await expect.poll(() => heard.length).toBe(2)
  expect(heard[0]).toBe('{"ok":true}')
  expect(JSON.parse(heard[1] ?? '')).toMatchObject({ i: '1', p: { b: { json: { face: 'web' } } } })
  socket.close()
})

test('a frame that is too large closes its socket, with and without the key', async () => {
  const frame = ' '.repeat(2 * 1024 * 1024 + 1)
  expect(await codeAfter(frame)).toBe(1009)
  const socket = await openKeyedSocket(web.port)
  socket.send(frame)
  expect(await closed(socket)).toBe(1009)
})

test.each([
  'garbage',
  'null',
  '[]',
  '{"i":1}',
  '{"i":"1"}',
  '{"i":"1","p":{}}',
  '{"i":"1","p":{"u":"http://evil.example/session/hello"}}',
  '{"i":"1","t":9,"p":{"u":"/session/hello"}}',
  '{"i":"1","t":3,"p":{"e":"message","d":1}}',
  '{"i":"1","p":{"u":"/session/hello","h":{"content-type":"multipart/form-data; boundary=x"}}}',
  Buffer.from('{"i":"1","p":{"u":"/session/hello"}}'),
])('the frame %s closes its socket and no other', async (frame) => {
  const other = await openKeyedSocket(web.port)
  const socket = await openKeyedSocket(web.port)
  socket.send(frame)
  expect(await closed(socket)).toBe(closeCodes.badFrame)
  other.send('{"i":"1","p":{"u":"/session/hello"}}')
  expect(await nextMessage(other)).toContain('"web"')
  other.close()
})

test('more than 32 sockets are refused until one is closed', async () => {
  const sockets = await Promise.all(Array.from({ length: 32 }, () => openKeyedSocket(web.port)))
  expect(await refusal(openSocket(web.port))).toBe(503)
  const [first] = sockets
  first?.close()
  await expect.poll(() => refusal(openSocket(web.port))).toBe(101)
  for (const socket of sockets) socket.close()
})

/** Sends a request to upgrade, and never ends its own side nor answers anything. */
function openMute(path: string): net.Socket {
  const mute = net.connect({ port: web.port, host: '127.0.0.1', allowHalfOpen: true })
  mute.on('error', () => undefined)
  mute.resume()
  mute.write(
    `GET ${path} HTTP/1.1\r\nHost: ${web.address}\r\nOrigin: http://${web.address}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  )
  return mute
}

test('who is refused and stays is dropped', async () => {
  const mute = openMute('/elsewhere')
  await new Promise((resolve) => {
    mute.once('end', resolve)
  })
  // Whoever writes to a connection that is gone is told so.
  await expect
    .poll(() => {
      mute.write('x')
      return mute.destroyed
    })
    .toBe(true)
})

test('sockets without a key keep no page out, and do not stay', async () => {
  const mute = Array.from({ length: 40 }, () => openMute('/rpc'))
  const gone = Promise.all(
    mute.map(
      (socket) =>
        new Promise((resolve) => {
          socket.once('close', resolve)
          socket.once('end', () => socket.end())
        }),
    ),
  )
  const page = await openKeyedSocket(web.port)
  page.send('{"i":"1","p":{"u":"/session/hello"}}')
  expect(await nextMessage(page)).toContain('"web"')
  await gone
  page.close()
})
