import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Asset, Assets } from '../rpc/page/assets.ts'
import { commonHeaders, contentSecurityPolicy, noncePlaceholder } from '../rpc/page/page-headers.ts'
import { ownHost } from './same-origin.ts'

/** Answers requests for the page and its files. There is nothing secret in them. */
export function servePage(
  { files, index }: Assets,
  port: () => number,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const send = (status: number, headers: OutgoingHttpHeaders, body: string | Buffer): void => {
      response.writeHead(status, {
        ...commonHeaders,
        'Content-Length': Buffer.byteLength(body),
        ...headers,
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    const refuse = (status: number, text: string): void =>
      send(status, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }, `${text}\n`)

    const host = ownHost(request.headers, port())
    if (host === undefined) return refuse(421, 'not this host')
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'only GET')
    const [path = '/'] = (request.url ?? '/').split('?', 1)
    const asset = files.get(path)
    if (asset !== undefined) return sendAsset(asset, request, send)
    if (path.includes('.') || !path.startsWith('/')) return refuse(404, 'not found')
    const nonce = randomBytes(18).toString('base64url')
    send(
      200,
      {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': contentSecurityPolicy(nonce, [`ws://${host}`]),
      },
      index.replaceAll(noncePlaceholder, nonce),
    )
  }
}

function sendAsset(
  asset: Asset,
  request: IncomingMessage,
  send: (status: number, headers: OutgoingHttpHeaders, body: Buffer) => void,
): void {
  const accepted = request.headers['accept-encoding'] ?? ''
  const encoding = (['br', 'gzip'] as const).find(
    (name) => asset[name] !== undefined && new RegExp(`(^|[ ,])${name}($|[ ,;])`).test(accepted),
  )
  send(
    200,
    {
      'Content-Type': asset.type,
      'Cache-Control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
    },
    (encoding === undefined ? undefined : asset[encoding]) ?? asset.raw,
  )
}
