import type { SessionInfo } from '../../../../shared/contract/session.ts'
import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'
import type { Installation } from '../../../postgres/installations/installation.ts'
import { withoutSecrets } from './without-secrets.ts'

/** What a report of a problem is made of. */
export interface DiagnosticFacts {
  /** ISO, UTC. */
  readonly at: string
  readonly info: SessionInfo
  readonly system: { readonly platform: string; readonly release: string; readonly arch: string }
  readonly installations: readonly Pick<Installation, 'version' | 'source' | 'binDir' | 'tools'>[]
  readonly live: LiveState
  /** Of the program's log, the newest last. */
  readonly log: readonly string[]
}

/** The facts as indented JSON, to paste into a report: in no language, and with every secret hidden. */
export function describeDiagnostics({ at, info, system, installations, live, log }: DiagnosticFacts): string {
  const { programVersion, face, home, versions, systemLanguage } = info
  const report = {
    at,
    program: { version: programVersion, face, home, systemLanguage, ...versions },
    system,
    settings: live.settings,
    installations: installations.map(({ version, source, binDir, tools }) => ({
      version,
      source,
      binDir,
      tools: tools.join(' '),
    })),
    lastLooked: live.at,
    instances: live.instances.map(describeInstance),
    openJobs: live.jobs.map(({ stepTitle: _title, ...job }) => job),
    log: log.map(parsed),
  }
  return `${JSON.stringify(withoutSecrets(report), null, 2)}\n`
}

function describeInstance(view: InstanceView): unknown {
  const { name, state, role, port, version, dataDir, upstream, timeline, lagBytes, lagSeconds } = view
  return {
    name,
    state,
    role,
    port,
    version,
    dataDir,
    upstream,
    timeline,
    lagBytes,
    lagSeconds,
    syncState: view.syncState,
    origin: view.entry.origin,
    supersededBy: view.entry.supersededBy,
    findings: view.findings.map(({ code, severity, message: { params = {} } }) => ({
      code,
      severity,
      params,
    })),
  }
}

/** The log's lines are JSON: parsed, their secrets are found by name, too. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}
