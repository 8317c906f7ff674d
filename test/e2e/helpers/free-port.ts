import { createServer } from 'node:net'

const FIRST = Number(process.env['PGTANDEM_TEST_PORTS'] ?? 24_300)
const EACH = 40

/** Gives out ports that nobody listens on, from a range that is one worker's own. */
export function portsOf(worker: number): () => Promise<number> {
  const first = FIRST + worker * EACH
  let next = first
  return async () => {
    for (let tried = 0; tried < EACH; tried += 1) {
      const port = next
      next = next + 1 < first + EACH ? next + 1 : first
      if (await isFree(port)) return port
    }
    throw new Error(`no port is free from ${first} on`)
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(true)))
  })
}
