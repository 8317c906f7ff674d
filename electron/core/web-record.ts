import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { isAlive, ownIdentity } from '../system/process/identity.ts'
import { openJsonStore } from '../system/storage/json-store.ts'

/** A process that serves the page of a home. */
export interface WebServer {
  readonly pid: number
  readonly port: number
  /** With the key in its fragment: whoever has it may do all that the program can. */
  readonly url: string
}

/** What `web.json` of a home (0600) says: the key of its page, and who serves it. */
export interface WebRecord {
  /** Undefined when nobody serves, or when who did is dead. */
  find(): Promise<WebServer | undefined>
  /** Says that this process serves on `port`, unless another living one does: the answer names who does now. */
  claim(port: number): Promise<WebServer>
  /** Takes back what `claim` said, if it is this process's. The key stays, so that open pages find back. */
  release(): Promise<void>
  /** 192 random bits as base64url, made once for a home. */
  key(): Promise<string>
}

const VERSION = 1
const KEY_BYTES = 24

const schema = z.object({
  key: z
    .string()
    .regex(/^[A-Za-z0-9_-]{32}$/)
    .nullable(),
  server: z.object({ pid: z.number(), startToken: z.string(), port: z.number() }).nullable(),
})
type Content = z.infer<typeof schema>

export function openWebRecord(home: string): WebRecord {
  const store = openJsonStore<Content>(join(home, 'web.json'), schema, VERSION, { key: null, server: null })
  const withKey = (content: Content): Content & { readonly key: string } => ({
    ...content,
    key: content.key ?? randomBytes(KEY_BYTES).toString('base64url'),
  })
  const alive = async ({ key, server }: Content): Promise<WebServer | undefined> => {
    if (key === null || server === null || !(await isAlive(server))) return undefined
    const { pid, port } = server
    return { pid, port, url: `http://127.0.0.1:${port}/#key=${key}` }
  }
  const find: WebRecord['find'] = async () => alive(await store.read())
  return {
    find,
    key: async () => withKey(await store.update(withKey)).key,
    async claim(port) {
      const own = await ownIdentity()
      const content = await store.update(async (found) =>
        (await alive(found)) === undefined ? { ...withKey(found), server: { ...own, port } } : found,
      )
      const server = await alive(content)
      if (server === undefined) throw new Error('the process that was just named is not alive')
      return server
    },
    async release() {
      const own = await ownIdentity()
      await store.update((found) =>
        found.server?.pid === own.pid && found.server.startToken === own.startToken
          ? { ...found, server: null }
          : found,
      )
    },
  }
}
