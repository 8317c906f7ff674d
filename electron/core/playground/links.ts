import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { LinkState } from '../../../shared/model/playground.ts'
import { createTopic } from '../live/topic.ts'
import { readPortState } from '../../system/platform/ports.ts'
import { openRelay, type Relay, type RelaySettings } from '../../system/net/relay.ts'

/** The adjustable links of this process, each a relay between a standby and its upstream. */
export interface Links {
  /** null: none of this process. */
  state(standby: string): Promise<LinkState | null>
  /**
   * A relay that is not used yet: its port, for the plan that is shown. It goes when `signal` aborts, unless it was put in by
   * then.
   */
  offer(standby: string, signal: AbortSignal): AsyncGenerator<number, void, undefined>
  /**
   * The link that is there, or one through which the standby connects anew: the one that was offered with this port, or,
   * without one, a new one. Throws `changed-world` for an offer that is gone, and `link-needs-agreement`.
   */
  insert(standby: string, wish?: LinkWish): Promise<LinkState>
  /** Throws `link-not-there`. */
  adjust(standby: string, settings: RelaySettings): Promise<LinkState>
  /** Also one that another process left behind; nothing where there is none. Throws `link-needs-agreement`. */
  remove(standby: string, wish?: Pick<LinkWish, 'agreed'>): Promise<void>
  /** Takes all links of this process out; whatever fails is in the log and shows as a finding at the next start. */
  close(): Promise<void>
}

export interface LinkWish {
  readonly port?: number
  /** To what the plan asks about: connections that are cut, files of others that are changed. */
  readonly agreed?: boolean
}

interface LinkServices {
  /** Throws `unknown-instance`. */
  readonly entryOf: (name: string) => Promise<CatalogueEntry>
  readonly targetOf: (name: string) => Promise<InstanceTarget>
  /** Plans and runs the operation `link`; throws what it is refused for or fails with, and `link-needs-agreement`. */
  readonly lead: (standby: string, port: number | null, agreed: boolean) => Promise<void>
}

/** No relay is opened before it is asked for; `close` must be called before the process ends. */
export function createLinks({ entryOf, targetOf, lead }: LinkServices): Links {
  const relays = new Map<string, Relay>()
  const offers = new Map<Relay, string>()
  /** Offered ones that are being put in, or were. */
  const taken = new Set<Relay>()

  /** A standby that was promoted, removed or made again is led past its relay, which then goes. */
  const present = async (standby: string): Promise<{ entry: CatalogueEntry; relay: Relay | undefined }> => {
    const entry = await entryOf(standby)
    const relay = relays.get(standby)
    if (relay === undefined || entry.link?.port === relay.port) return { entry, relay }
    await drop(standby)
    return { entry, relay: undefined }
  }
  const drop = async (standby: string): Promise<void> => {
    const relay = relays.get(standby)
    relays.delete(standby)
    await relay?.close()
  }
  const takeOut = async (standby: string, agreed: boolean): Promise<void> => {
    await lead(standby, null, agreed)
    await drop(standby)
  }
  const open = async ({ name, upstream }: CatalogueEntry): Promise<Relay> => {
    if (upstream === null) throw new PgTandemError('no-upstream', { name })
    const { host, port } = await targetOf(upstream)
    if (!host.startsWith('/')) return openRelay({ host, port })
    // Through the socket, everybody on this machine who reaches the relay would be this account to the server.
    if ((await readPortState(port)).state === 'free') throw new PgTandemError('link-needs-tcp', { upstream })
    return openRelay({ host: '127.0.0.1', port })
  }
  const offered = (standby: string, port: number): Relay => {
    const found = [...offers].find(([relay, name]) => name === standby && relay.port === port)
    if (found === undefined) throw new PgTandemError('changed-world', { operation: 'link' })
    return found[0]
  }
  return {
    async state(standby) {
      const { entry, relay } = await present(standby)
      return relay === undefined ? null : stateOf(entry, relay)
    },
    async *offer(standby, signal) {
      const relay = await open(await entryOf(standby))
      offers.set(relay, standby)
      try {
        yield relay.port
        await createTopic().wait(0, signal)
      } finally {
        offers.delete(relay)
        if (!taken.delete(relay)) await relay.close()
      }
    },
    async insert(standby, { port, agreed = false } = {}) {
      const { entry, relay: there } = await present(standby)
      if (there !== undefined) return stateOf(entry, there)
      const relay = port === undefined ? await open(entry) : offered(standby, port)
      if (port !== undefined) taken.add(relay)
      try {
        await lead(standby, relay.port, agreed)
      } catch (error) {
        taken.delete(relay)
        // Who was offered it may try again.
        if (!offers.has(relay)) await relay.close()
        throw error
      }
      // Two windows may put one in at the same time; the later one is used.
      await drop(standby)
      relays.set(standby, relay)
      return stateOf(entry, relay)
    },
    async adjust(standby, settings) {
      const { entry, relay } = await present(standby)
      if (relay === undefined) throw new PgTandemError('link-not-there', { standby })
      relay.adjust(settings)
      return stateOf(entry, relay)
    },
    remove: async (standby, { agreed = false } = {}) => takeOut(standby, agreed),
    async close() {
      // Nobody can be asked any more, and without its relay the standby would stream no longer.
      for (const standby of relays.keys()) await takeOut(standby, true).catch(() => drop(standby))
      for (const relay of offers.keys()) await relay.close()
    },
  }
}

const stateOf = ({ name, upstream }: CatalogueEntry, relay: Relay): LinkState => ({
  standby: name,
  upstream: upstream ?? '',
  port: relay.port,
  ...relay.settings(),
  connections: relay.connections(),
  bytesForwarded: relay.bytesForwarded(),
})
