import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What a registry does when it is asked for the file; nothing set means as a good server does, ranges included. */
export interface Behaviour {
  /** Sends so many bytes of its answer and then cuts the connection. */
  readonly breakAfter?: number
  /** Sends so many bytes of its answer and then no more, but keeps the connection. */
  readonly stallAfter?: number
  readonly ignoreRange?: boolean
  readonly status?: number
  /** What it claims to send, whatever it sends. */
  readonly contentRange?: string
  readonly body?: Buffer
}

/** A request for the file, as it came. */
export interface FileRequest {
  readonly range: string | undefined
  readonly ifRange: string | readonly string[] | undefined
  readonly authorization: string | undefined
}

export interface PackageRegistry {
  readonly url: string
  /** Requests for the file, and how often the package's description was asked for. */
  readonly files: readonly FileRequest[]
  readonly descriptions: () => number
  /** One for each request for the file; when they are used up it behaves well. */
  readonly plan: (...behaviours: readonly Behaviour[]) => void
  /** As after another file was put there under the same name. */
  readonly setTag: (tag: string) => void
  readonly close: () => Promise<void>
}

interface Package {
  readonly name: string
  readonly version: string
  readonly integrity: string
  readonly file: Buffer
}

const send = async (response: ServerResponse, body: Buffer, { breakAfter, stallAfter }: Behaviour) => {
  const most = breakAfter ?? stallAfter
  if (most === undefined) return void response.end(body)
  await new Promise<void>((resolve) => response.write(body.subarray(0, most), () => resolve()))
  if (breakAfter !== undefined) response.destroy()
}

const answer = (
  request: IncomingMessage,
  response: ServerResponse,
  { behaviour, file, tag }: { readonly behaviour: Behaviour; readonly file: Buffer; readonly tag: string },
) => {
  const { range, 'if-range': ifRange } = request.headers
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
  const isRanged =
    range !== undefined && behaviour.ignoreRange !== true && (ifRange === undefined || ifRange === tag)
  const status = behaviour.status ?? (isRanged ? (from < file.byteLength ? 206 : 416) : 200)
  const body = behaviour.body ?? (status >= 400 ? Buffer.alloc(0) : file.subarray(isRanged ? from : 0))
  response.statusCode = status
  response.setHeader('etag', tag)
  response.setHeader('content-length', body.byteLength)
  if (status === 206)
    response.setHeader(
      'content-range',
      behaviour.contentRange ?? `bytes ${from}-${file.byteLength - 1}/${file.byteLength}`,
    )
  return send(response, body, behaviour)
}

const listen = async (server: Server, scheme: string) => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Serves one package as npm's registry does, and misbehaves as planned; over TLS when it has a certificate. */
export const startPackageRegistry = async (served: Package, tls?: Certificate): Promise<PackageRegistry> => {
  const { name, version, integrity, file } = served
  const files: FileRequest[] = []
  let behaviours: readonly Behaviour[] = []
  let descriptions = 0
  let tag = '"first"'
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.endsWith('.tgz') !== true) {
      descriptions += 1
      const dist = { integrity, tarball: `${url}file.tgz` }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ name, versions: { [version]: { name, version, dist } } }))
      return
    }
    const { range, 'if-range': ifRange, authorization } = request.headers
    files.push({ range, ifRange, authorization })
    const [behaviour = {}, ...rest] = behaviours
    behaviours = rest
    void answer(request, response, { behaviour, file, tag })
  }
  const server = tls === undefined ? createServer(handle) : createTlsServer({ ...tls }, handle)
  const url = await listen(server, tls === undefined ? 'http' : 'https')
  return {
    url,
    files,
    descriptions: () => descriptions,
    plan: (...next) => {
      behaviours = next
    },
    setTag: (next) => {
      tag = next
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
