import { z } from 'zod'

const text = z.string().nullable()
const count = z.number().nullable()
const time = z
  .number()
  .nullable()
  .transform((seconds) => (seconds === null ? null : new Date(seconds * 1000)))
const lsn = z
  .string()
  .regex(/^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/)
  .nullable()

const replication = z
  .object({
    pid: z.number(),
    usename: text,
    application_name: text,
    client_addr: text,
    client_hostname: text,
    client_port: count,
    backend_start: time,
    backend_xmin: text,
    state: text,
    sent_lsn: lsn,
    write_lsn: lsn,
    flush_lsn: lsn,
    replay_lsn: lsn,
    write_lag: count,
    flush_lag: count,
    replay_lag: count,
    sync_priority: count,
    sync_state: text,
    reply_time: time,
  })
  .transform((row) => ({
    pid: row.pid,
    usename: row.usename,
    applicationName: row.application_name,
    clientAddr: row.client_addr,
    clientHostname: row.client_hostname,
    clientPort: row.client_port,
    backendStart: row.backend_start,
    backendXmin: row.backend_xmin,
    state: row.state,
    sentLsn: row.sent_lsn,
    writeLsn: row.write_lsn,
    flushLsn: row.flush_lsn,
    replayLsn: row.replay_lsn,
    writeLag: row.write_lag,
    flushLag: row.flush_lag,
    replayLag: row.replay_lag,
    syncPriority: row.sync_priority,
    syncState: row.sync_state,
    replyTime: row.reply_time,
  }))

const walReceiver = z
  .object({
    pid: count,
    status: text,
    receive_start_lsn: lsn,
    received_tli: count,
    written_lsn: lsn,
    flushed_lsn: lsn,
    last_msg_send_time: time,
    last_msg_receipt_time: time,
    latest_end_lsn: lsn,
    latest_end_time: time,
    slot_name: text,
    sender_host: text,
    sender_port: count,
  })
  .transform((row) => ({
    pid: row.pid,
    status: row.status,
    receiveStartLsn: row.receive_start_lsn,
    receivedTli: row.received_tli,
    writtenLsn: row.written_lsn,
    flushedLsn: row.flushed_lsn,
    lastMsgSendTime: row.last_msg_send_time,
    lastMsgReceiptTime: row.last_msg_receipt_time,
    latestEndLsn: row.latest_end_lsn,
    latestEndTime: row.latest_end_time,
    slotName: row.slot_name,
    senderHost: row.sender_host,
    senderPort: row.sender_port,
  }))

const slot = z
  .object({
    slot_name: z.string(),
    slot_type: z.string(),
    temporary: z.boolean().nullable(),
    active: z.boolean(),
    active_pid: count,
    restart_lsn: lsn,
    wal_status: text,
    safe_wal_size: count,
    invalidation_reason: text,
    retained_bytes: count,
  })
  .transform((row) => ({
    slotName: row.slot_name,
    slotType: row.slot_type,
    temporary: row.temporary,
    active: row.active,
    activePid: row.active_pid,
    restartLsn: row.restart_lsn,
    walStatus: row.wal_status,
    safeWalSizeBytes: row.safe_wal_size,
    invalidationReason: row.invalidation_reason,
    retainedBytes: row.retained_bytes,
  }))

const status = z
  .object({
    in_recovery: z.boolean(),
    server_version_num: z.number().int(),
    postmaster_start_time: time,
    observed_at: time,
    current_lsn: lsn,
    timeline_hex: z
      .string()
      .regex(/^[0-9A-F]{8}$/)
      .nullable(),
    receive_lsn: lsn,
    replay_lsn: lsn,
    replay_paused: z.boolean().nullable(),
    last_replay_age: count,
    client_backends: z.number().int(),
    replication: z.array(replication),
    wal_receiver: walReceiver.nullable(),
    slots: z.array(slot),
    settings: z.record(z.string(), z.string().nullable()),
  })
  .transform((row) => ({
    inRecovery: row.in_recovery,
    serverVersionNum: row.server_version_num,
    postmasterStartTime: row.postmaster_start_time,
    observedAt: row.observed_at,
    currentLsn: row.current_lsn,
    timeline:
      row.timeline_hex === null
        ? (row.wal_receiver?.receivedTli ?? null)
        : Number.parseInt(row.timeline_hex, 16),
    receiveLsn: row.receive_lsn,
    replayLsn: row.replay_lsn,
    replayPaused: row.replay_paused,
    lastReplayAgeSeconds: row.last_replay_age,
    clientBackends: row.client_backends,
    replication: row.replication,
    walReceiver: row.wal_receiver,
    slots: row.slots,
    /** By PostgreSQL's names, in SHOW's spelling; null where this role or version cannot tell. `primary_conninfo` may hold a password. */
    settings: row.settings,
  }))

/** One server as one poll saw it. LSNs are text, lags and ages seconds, `timeline` that of the WAL being written or received. */
export type ServerStatus = Readonly<z.infer<typeof status>>
export type ReplicationRow = ServerStatus['replication'][number]
export type WalReceiverRow = NonNullable<ServerStatus['walReceiver']>
export type SlotRow = ServerStatus['slots'][number]

/** The answer to `statusQuery`, checked and in camelCase. Takes the row with its `status` column as JSON text or already parsed; throws a ZodError for anything else. */
export function parseStatusRow(row: unknown): ServerStatus {
  const { status: document } = z.object({ status: z.unknown() }).parse(row)
  return status.parse(typeof document === 'string' ? JSON.parse(document) : document)
}
