import net from 'node:net'

/** The first message of a session, protocol 3.0. Source: protocol.sgml, "StartupMessage". */
const startupMessage = (user: string) => {
  const body = Buffer.from(`user\0${user}\0database\0postgres\0application_name\0pgtandem\0\0`, 'utf8')
  const head = Buffer.alloc(8)
  head.writeInt32BE(head.length + body.length, 0)
  head.writeInt32BE(196_608, 4)
  return Buffer.concat([head, body])
}

/** `starting` also while it stops or recovers: SQLSTATE 57P03, "the database system is …". */
export type PingAnswer = 'ready' | 'starting' | 'no-answer'

/** What the first bytes of a server's answer mean. Any other error than 57P03 comes from a server that lets people in. */
export const parsePingAnswer = (bytes: Buffer): PingAnswer => {
  const type = String.fromCharCode(bytes[0] ?? 0)
  if (type === 'R') return 'ready'
  if (type !== 'E') return 'no-answer'
  return bytes.includes('C57P03\0', 0, 'latin1') ? 'starting' : 'ready'
}

/** Asks a server whether it accepts sessions, as pg_isready does: without a password. A host that starts with `/` is a socket directory. */
export const pingServer = (
  { host, port, user }: { readonly host: string; readonly port: number; readonly user: string },
  timeoutMs = 2000,
): Promise<PingAnswer> =>
  new Promise((resolve) => {
    const socket = host.startsWith('/')
      ? net.connect(`${host}/.s.PGSQL.${port}`)
      : net.connect({ host, port })
    const finish = (answer: PingAnswer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(timeoutMs, () => finish('no-answer'))
    socket.once('connect', () => socket.write(startupMessage(user)))
    socket.once('data', (bytes) => finish(parsePingAnswer(bytes)))
    socket.once('error', () => finish('no-answer'))
    socket.once('close', () => finish('no-answer'))
  })
