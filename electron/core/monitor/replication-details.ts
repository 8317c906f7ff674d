import type { ReplicationDetails, SlotView, WalWay } from '../../../shared/model/replication.ts'
import type { ReplicationRow } from '../../postgres/facts/status/parse-status-row.ts'
import type { Observation } from './observation.ts'
import { findUpstream, replicationRowOf, roleOf } from './upstream.ts'

const nothing: ReplicationDetails = {
  slots: [],
  ways: [],
  synchronousStandbyNames: null,
  synchronousCommit: null,
  maxSlotWalKeepSize: null,
}

/** Slots, ways and synchronous settings of one upstream from what one poll saw of all; empty where it cannot be asked. Pure. */
export function replicationDetails(upstream: Observation, all: readonly Observation[]): ReplicationDetails {
  const { server } = upstream
  if (server === null) return nothing
  const standbys = all.filter(
    (other) => roleOf(other) === 'standby' && findUpstream(other, all)?.entry.name === upstream.entry.name,
  )
  return {
    slots: server.slots.map((slot): SlotView => ({
      name: slot.slotName,
      active: slot.active,
      physical: slot.slotType === 'physical',
      restartLsn: slot.restartLsn,
      heldBytes: slot.retainedBytes,
      walStatus: slot.walStatus,
      safeBytes: slot.safeWalSizeBytes,
      usedBy: standbys.find((standby) => slotOf(standby) === slot.slotName)?.entry.name ?? null,
    })),
    ways: waysOf(upstream, standbys),
    synchronousStandbyNames: server.settings['synchronous_standby_names'] ?? null,
    synchronousCommit: server.settings['synchronous_commit'] ?? null,
    maxSlotWalKeepSize: server.settings['max_slot_wal_keep_size'] ?? null,
  }
}

/** The slot that it receives from, else the one that it is set to use. */
const slotOf = ({ entry, files, server }: Observation): string | null =>
  server?.walReceiver?.slotName ||
  server?.settings['primary_slot_name'] ||
  files.settings['primary_slot_name']?.value ||
  entry.slot

/** Of our standbys first, then of others that stream from it, by their application_name; base backups are not on the way. */
function waysOf(upstream: Observation, standbys: readonly Observation[]): readonly WalWay[] {
  const { server } = upstream
  const written =
    server?.inRecovery === true ? (server.walReceiver?.flushedLsn ?? server.receiveLsn) : server?.currentLsn
  const ours = standbys.map((standby) => ({ standby, row: replicationRowOf(standby, upstream) }))
  const known = new Set(ours.map(({ row }) => row?.pid))
  const others = (server?.replication ?? []).filter(({ pid, state }) => !known.has(pid) && state !== 'backup')
  return [
    ...ours.map(({ standby, row }) => wayOf(standby.entry.name, written ?? null, row, standby)),
    ...others.map((row) => wayOf(row.applicationName ?? String(row.pid), written ?? null, row, undefined)),
  ]
}

/** The standby's own word before what it told its upstream last. */
function wayOf(
  name: string,
  written: string | null,
  row: ReplicationRow | undefined,
  standby: Observation | undefined,
): WalWay {
  const own = standby?.server
  return {
    standby: name,
    pid: row?.pid ?? null,
    written,
    sent: row?.sentLsn ?? null,
    standbyWritten: own?.walReceiver?.writtenLsn ?? row?.writeLsn ?? null,
    standbyFlushed: own?.walReceiver?.flushedLsn ?? row?.flushLsn ?? own?.receiveLsn ?? null,
    replayed: own?.replayLsn ?? row?.replayLsn ?? null,
  }
}
