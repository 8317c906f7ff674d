import type { NetConnectOpts } from 'node:net'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import type { CatalogueEntry } from '../../../shared/model/catalogue-entry.ts'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import type { LinkState } from '../../../shared/model/playground.ts'
import { openRelay, type Relay, type RelaySettings } from '../../system/net/relay.ts'

/** The adjustable links of this process, each a relay between a standby and its upstream. */
export interface Links {
  /** null: none of this process. */
  state(standby: string): Promise<LinkState | null>
  /** The link that is there, or a new one, through which the standby connects anew. */
  insert(standby: string): Promise<LinkState>
  /** Throws `link-not-there`. */
  adjust(standby: string, settings: RelaySettings): Promise<LinkState>
  /** Also one that another process left behind; nothing where there is none. */
  remove(standby: string): Promise<void>
  /** Takes all links of this process out; whatever fails is in the log and shows as a finding at the next start. */
  close(): Promise<void>
}

interface LinkServices {
  /** Throws `unknown-instance`. */
  readonly entryOf: (name: string) => Promise<CatalogueEntry>
  readonly targetOf: (name: string) => Promise<InstanceTarget>
  /** Plans and runs the operation `link`; throws what it is refused for or fails with. */
  readonly lead: (standby: string, port: number | null) => Promise<void>
}

/** No relay is opened before it is asked for; `close` must be called before the process ends. */
export function createLinks({ entryOf, targetOf, lead }: LinkServices): Links {
  const relays = new Map<string, Relay>()

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
  const takeOut = async (standby: string): Promise<void> => {
    await lead(standby, null)
    await drop(standby)
  }
  return {
    async state(standby) {
      const { entry, relay } = await present(standby)
      return relay === undefined ? null : stateOf(entry, relay)
    },
    async insert(standby) {
      const { entry, relay: there } = await present(standby)
      if (there !== undefined) return stateOf(entry, there)
      if (entry.upstream === null) throw new PgTandemError('no-upstream', { name: standby })
      const relay = await openRelay(placeOf(await targetOf(entry.upstream)))
      try {
        await lead(standby, relay.port)
      } catch (error) {
        await relay.close()
        throw error
      }
      relays.set(standby, relay)
      return stateOf(entry, relay)
    },
    async adjust(standby, settings) {
      const { entry, relay } = await present(standby)
      if (relay === undefined) throw new PgTandemError('link-not-there', { standby })
      relay.adjust(settings)
      return stateOf(entry, relay)
    },
    remove: takeOut,
    async close() {
      for (const standby of relays.keys()) await takeOut(standby).catch(() => drop(standby))
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

/** An upstream that only its socket leads to is reached through that. */
const placeOf = ({ host, port }: InstanceTarget): NetConnectOpts =>
  host.startsWith('/') ? { path: `${host}/.s.PGSQL.${String(port)}` } : { host, port }
