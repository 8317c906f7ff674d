import { randomBytes } from 'node:crypto'
import type { Assets } from '../../rpc/page/assets.ts'
import { commonHeaders, contentSecurityPolicy, noncePlaceholder } from '../../rpc/page/page-headers.ts'

/** Answers one request of the page's own scheme: a file of it, or the page itself for every address within it. */
export function answerPage(
  { method, url }: Pick<Request, 'method' | 'url'>,
  { files, index }: Assets,
): Response {
  const { hostname, pathname } = new URL(url)
  if (hostname !== 'pgtandem' || method !== 'GET') return answer(403, 'text/plain', 'refused\n')
  const asset = files.get(pathname)
  if (asset !== undefined) return answer(200, asset.type, new Uint8Array(asset.raw))
  if (pathname.includes('.')) return answer(404, 'text/plain', 'not found\n')
  const nonce = randomBytes(18).toString('base64url')
  return answer(200, 'text/html; charset=utf-8', index.replaceAll(noncePlaceholder, nonce), {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
  })
}

const answer = (
  status: number,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(body, {
    status,
    headers: { ...commonHeaders, 'Content-Type': type, 'Cache-Control': 'no-store', ...headers },
  })
