import type { IncomingHttpHeaders } from 'node:http'

/**
 * The host that a request names, if it is one of ours. A page of another site that had its own name point to 127.0.0.1 (DNS
 * rebinding) names that one.
 */
export function ownHost({ host }: IncomingHttpHeaders, port: number): string | undefined {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` ? host : undefined
}

/** Whether a WebSocket is opened by a page that came from here: browsers always say by whom. */
export function isFromOwnPage(headers: IncomingHttpHeaders, port: number): boolean {
  const host = ownHost(headers, port)
  return host !== undefined && headers.origin === `http://${host}`
}
