import { z } from 'zod'
import { parseConninfo, setConninfo } from '../../postgres/facts/conninfo.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import { registerInstance } from '../plan/steps/catalogue.ts'
import { configure } from '../plan/steps/configuration.ts'
import { reloadServer } from '../plan/steps/servers.ts'
import type { StepDraft } from '../plan/steps/step.ts'
import { changeSettings, currentSetting } from './change-settings.ts'
import { checkNoSecrets } from './check-known-settings.ts'
import { checkOwner, isRefusal, isUp, requireInstance } from './checks.ts'
import { cutsConnections, touchesForeignFiles } from './confirmations.ts'
import { inDir } from './files.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { nameParameter, portParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import { restartSteps } from './service-control.ts'
import type { InstanceFacts, World } from './world.ts'

const relayHost = '127.0.0.1'

/**
 * Leads a standby's stream through a relay on this machine (`port`), or directly to its upstream again (null), which
 * leaves its primary_conninfo exactly as it was.
 *
 * Only host and port are changed. A reload is enough from 13; before, the standby is restarted. While it lasts the
 * catalogue remembers what stood there, so that it can be mended by whoever finds it.
 */
export const link = defineOperation({
  id: 'link',
  params: z.object({ standby: nameParameter, port: portParameter.nullable() }),
  needs: ({ standby }, base) => {
    const entry = base.entries[standby]
    return { instances: [standby], knownSettingsOf: entry ? [entry.binDir] : [] }
  },
  plan(params, world) {
    const standby = requireInstance(world, params.standby)
    if (isRefusal(standby)) return standby
    const { entry } = standby
    const { port } = params
    if (port === null && entry.link === null) return planFor('link', params, standby, { drafts: [] })
    const changed = port === null ? withoutLink(standby) : throughLink(standby, port)
    if (isRefusal(changed)) return changed
    const drafts = changed.conninfo === null ? [] : draftConninfo(standby, changed.conninfo, world)
    if (isRefusal(drafts)) return drafts
    const register = registerInstance({ ...entry, link: changed.link })
    return planFor('link', params, standby, {
      confirmations: [
        ...touchesForeignFiles(standby),
        ...(drafts.some(({ kind }) => kind === 'restart-server' || kind === 'control-service')
          ? cutsConnections(standby, standby.server?.clientConnections ?? 0)
          : []),
      ],
      // What stood there is remembered before it is changed, and forgotten after it is back.
      drafts: port === null ? [...drafts, register] : [register, ...drafts],
    })
  },
})

interface Changed {
  readonly link: InstanceFacts['entry']['link']
  /** null: left as it is. */
  readonly conninfo: string | null
}

function throughLink(standby: InstanceFacts, port: number): Changed | Refusal {
  const { name, upstream, link: present } = standby.entry
  const now = currentSetting(standby, 'primary_conninfo') ?? ''
  if (standby.role !== 'standby') return refuse('not-a-standby', { name })
  if (upstream === null || now === '') return refuse('no-upstream', { name })
  const original = present !== null && leadsTo(now, present.port) ? present.conninfo : now
  const conninfo = led(original, port)
  if (conninfo === undefined) return refuse('conninfo-not-readable', { name })
  return { link: { port, conninfo: original }, conninfo }
}

/** What somebody changed meanwhile stays; a conninfo that no longer leads to the relay stays as it is. */
function withoutLink(standby: InstanceFacts): Changed {
  const { link: present } = standby.entry
  const now = currentSetting(standby, 'primary_conninfo') ?? ''
  if (present === null || !leadsTo(now, present.port)) return { link: null, conninfo: null }
  if (now === led(present.conninfo, present.port)) return { link: null, conninfo: present.conninfo }
  const before = paramsOf(present.conninfo)
  const place = {
    host: before['host'] ?? null,
    hostaddr: before['hostaddr'] ?? null,
    port: before['port'] ?? null,
  }
  return { link: null, conninfo: setConninfo(now, place) ?? present.conninfo }
}

const led = (conninfo: string, port: number): string | undefined =>
  setConninfo(conninfo, { host: relayHost, hostaddr: null, port: String(port) })

const leadsTo = (conninfo: string, port: number): boolean => {
  const { host, port: there } = paramsOf(conninfo)
  return host === relayHost && there === String(port)
}

function paramsOf(conninfo: string): Readonly<Record<string, string>> {
  const parsed = parseConninfo(conninfo)
  return parsed.kind === 'invalid' ? {} : parsed.params
}

/** The change where it takes effect, and what makes a running standby take it up. */
function draftConninfo(
  standby: InstanceFacts,
  conninfo: string,
  world: World,
): readonly StepDraft[] | Refusal {
  const { entry, target } = standby
  const settings = { primary_conninfo: conninfo }
  const refusal = checkOwner(standby) ?? checkNoSecrets(settings)
  if (refusal) return refusal
  if (standby.state === 'missing')
    return refuse('data-directory-missing', { name: entry.name, path: entry.dataDir, state: standby.state })
  const facts = versionFacts(target.major)
  const reloads = facts.primaryConninfoChange === 'reload'
  const takeUp = !isUp(standby) ? [] : reloads ? [reloadServer(entry.name)] : restartSteps(standby)
  if (isRefusal(takeUp)) return takeUp
  if (facts.recoveryConfig === 'signal-file') {
    const changes = changeSettings(standby, settings, world.knownSettings[entry.binDir])
    return isRefusal(changes) ? changes : [...changes.drafts, ...takeUp]
  }
  if (!standby.filesReadable) return refuse('files-not-readable', { name: entry.name, path: entry.dataDir })
  const file = inDir(target.dataDir, 'recovery.conf')
  return [configure(entry.name, { via: 'file', file, settings, live: false }), ...takeUp]
}
