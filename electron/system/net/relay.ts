import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net'
import { createByteBudget, shapeStream, type Shape, type ShapedStream } from './shaped-stream.ts'

export interface RelaySettings extends Shape {
  /** Connections are ended, and new ones too, until it is taken back. */
  readonly cut: boolean
}

/**
 * A TCP relay on 127.0.0.1 that can be made slow, narrow, or cut.
 *
 * Delay and throttle hold for what the target sends, not for what is sent to it: replies go through at once, so that a
 * delay of one second is one second, whichever way a protocol asks and answers.
 */
export interface Relay {
  readonly port: number
  adjust(settings: RelaySettings): void
  settings(): RelaySettings
  /** Open now. */
  connections(): number
  /** From the target, since it was opened. */
  bytesForwarded(): number
  /** Ends all connections; resolves when the port is free. May be called again. */
  close(): Promise<void>
}

interface Connection {
  readonly client: Socket
  readonly target: Socket
  readonly stream: ShapedStream
}

/** Opens a relay to `target` on a free port, or on the one that is asked for. Rejects with the system's error when it is taken. */
export async function openRelay(target: NetConnectOpts, wantedPort = 0): Promise<Relay> {
  const connections = new Set<Connection>()
  let settings: RelaySettings = { delayMs: 0, bytesPerSecond: null, cut: false }
  let bytesForwarded = 0
  const budget = createByteBudget(() => settings.bytesPerSecond)

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    if (settings.cut) return void client.destroy()
    const upstream = connect({ ...target, allowHalfOpen: true })
    upstream.setNoDelay(true)
    const stream = shapeStream(
      { from: upstream, to: client },
      () => settings,
      budget,
      (bytes) => {
        bytesForwarded += bytes
      },
    )
    const connection = { client, target: upstream, stream }
    connections.add(connection)
    client.pipe(upstream)
    // An end that was not orderly is handed on as such: the other side must not wait for more.
    client.on('error', () => end(connection))
    upstream.on('error', () => end(connection))
    client.on('close', () => end(connection))
  })
  const end = (connection: Connection): void => {
    connections.delete(connection)
    connection.stream.stop()
    connection.client.destroy()
    connection.target.destroy()
  }
  const endAll = (): void => {
    for (const connection of connections) end(connection)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: wantedPort, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  let closing: Promise<void> | undefined
  return {
    port: (server.address() as AddressInfo).port,
    adjust: (changed) => {
      settings = changed
      if (settings.cut) endAll()
      else for (const { stream } of connections) stream.reshape()
    },
    settings: () => settings,
    connections: () => connections.size,
    bytesForwarded: () => bytesForwarded,
    close: () => {
      closing ??= new Promise((resolve) => {
        server.close(() => resolve())
        endAll()
      })
      return closing
    },
  }
}
