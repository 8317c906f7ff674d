import { defaultSettings } from '../../../../shared/model/settings.ts'
import type { JobReport } from '../../../../shared/model/job-report.ts'
import type { JobSummary } from '../../../../shared/model/job.ts'
import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'

/** An instance as a window sees it; a running primary unless told otherwise. */
export const view = (
  name: string,
  changed: Partial<Omit<InstanceView, 'entry'>> = {},
  supersededBy: string | null = null,
): InstanceView => ({
  name,
  state: 'running',
  role: 'primary',
  port: 5432,
  dataDir: `/home/someone/${name}`,
  version: '18.4',
  major: 18,
  pid: 100,
  systemIdentifier: '1',
  timeline: 1,
  upstream: null,
  walLsn: null,
  receiveLsn: null,
  replayLsn: null,
  lagBytes: null,
  lagSeconds: null,
  syncState: null,
  replication: [],
  walReceiver: null,
  findings: [],
  ...changed,
  entry: {
    binDir: '/usr/bin',
    configFile: null,
    host: '127.0.0.1',
    user: 'postgres',
    logFile: '/tmp/log',
    slot: null,
    applicationName: null,
    replicationRole: 'replicator',
    link: null,
    origin: 'made',
    supersededBy,
    trusted: true,
  },
})

const streaming = {
  pid: 1,
  status: 'streaming',
  writtenLsn: null,
  flushedLsn: null,
  receivedTli: 1,
  lastMsgReceiptTime: null,
  latestEndLsn: null,
  slotName: null,
  senderHost: null,
  senderPort: null,
}

/** A standby that streams. */
export const standby = (
  name: string,
  upstream: string,
  changed: Partial<Omit<InstanceView, 'entry'>> = {},
): InstanceView => view(name, { role: 'standby', upstream, port: 5433, walReceiver: streaming, ...changed })

export const live = (instances: readonly InstanceView[], jobs: readonly JobSummary[] = []): LiveState => ({
  at: '2026-11-21T08:00:00.000Z',
  instances,
  jobs,
  settings: defaultSettings,
})

export const job = (
  operation: string,
  instances: readonly string[],
  state: JobSummary['state'] = 'running',
): JobSummary => ({
  id: `job-${operation}`,
  operation,
  state,
  step: null,
  stepTitle: null,
  startedAt: '2026-11-21T07:59:00.000Z',
  instances,
  canResume: false,
  canUndo: false,
  damaged: null,
})

export const report = (
  operation: string,
  instances: readonly string[],
  changed: Partial<JobReport> = {},
): JobReport => ({
  id: `job-${operation}`,
  operation,
  instances,
  state: 'running',
  startedAt: '2026-11-21T07:59:00.000Z',
  endedAt: null,
  steps: [],
  undoing: false,
  cancelling: false,
  elsewhere: false,
  canResume: false,
  canUndo: false,
  error: null,
  aftermath: null,
  ...changed,
})
