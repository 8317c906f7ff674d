import os from 'node:os'
import type { SessionInfo } from '../../../../shared/contract/session.ts'
import type { LiveState } from '../../../../shared/model/live-state.ts'
import { decodeOutput } from '../../../system/process/decode-output.ts'
import type { Core } from '../../core.ts'
import { logFileOf } from '../../failure-log.ts'
import { readTail } from '../tail-lines.ts'
import { describeDiagnostics } from './diagnostics.ts'

const LOG_LINES = 100

interface Sources {
  readonly core: Pick<Core, 'home' | 'installations'>
  readonly info: SessionInfo
  readonly live: LiveState
}

/** Everything that helps to find the cause of a problem, without secrets; what cannot be read is left out. */
export async function readDiagnostics({ core, info, live }: Sources): Promise<string> {
  const [found, log] = await Promise.all([
    core.installations.list().catch(() => ({ installations: [] })),
    readLines(logFileOf(core.home)),
  ])
  return describeDiagnostics({
    at: new Date().toISOString(),
    info,
    system: { platform: process.platform, release: os.release(), arch: process.arch },
    installations: found.installations,
    live,
    log,
  })
}

async function readLines(file: string): Promise<readonly string[]> {
  const tail = await readTail(file, LOG_LINES).catch(() => undefined)
  return tail?.lines.map((line) => decodeOutput(line)) ?? []
}
