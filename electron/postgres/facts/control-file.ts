import { controlLayout, type ControlLayout } from './control-file/layout.ts'
import { crc32c, legacyCrc32 } from './crc.ts'

/** DBState of pg_control.h, in its order and in the words of pg_controldata. */
const states = [
  'starting up',
  'shut down',
  'shut down in recovery',
  'shutting down',
  'in crash recovery',
  'in archive recovery',
  'in production',
] as const

export type ControlState = (typeof states)[number]

/** What global/pg_control says about a cluster. A running server's state is only as fresh as its last write. */
export interface ControlFile {
  readonly systemIdentifier: string
  readonly controlVersion: number
  readonly catalogVersion: number
  readonly state: ControlState
  /** When the file was last written. */
  readonly writtenAt: Date
  readonly checkpointLsn: string
  /** Where redo of that checkpoint starts. */
  readonly redoLsn: string
  /** The timeline of the last checkpoint: still the old one right after a promotion. */
  readonly timeline: number
  /** Null on a primary. */
  readonly minRecoveryPoint: string | null
  readonly walLevel: string | null
  readonly segmentBytes: number | null
  readonly checksums: boolean | null
  /** False: torn while it was read (read again), or damaged. */
  readonly crcOk: boolean
}

/** `byte-order`: written on a big-endian machine; `unknown-version`: a layout this program does not know. */
export interface ControlFileProblem {
  readonly problem: 'too-short' | 'byte-order' | 'unknown-version' | 'unknown-state'
}

/** What pg_control says, for 9.3 to 19 on 64-bit little-endian machines. */
export function parseControlFile(bytes: Uint8Array): ControlFile | ControlFileProblem {
  if (bytes.length < 512) return { problem: 'too-short' }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const controlVersion = view.getUint32(8, true)
  const catalogVersion = view.getUint32(12, true)
  if (controlVersion !== 0 && controlVersion % 65_536 === 0) return { problem: 'byte-order' }
  const layout = controlLayout(controlVersion, catalogVersion)
  if (layout === undefined) return { problem: 'unknown-version' }
  const state = states[view.getUint32(16, true)]
  if (state === undefined) return { problem: 'unknown-state' }
  const minRecoveryPoint = view.getBigUint64(layout.minRecoveryPoint, true)
  return {
    systemIdentifier: view.getBigUint64(0, true).toString(),
    controlVersion,
    catalogVersion,
    state,
    writtenAt: new Date(Number(view.getBigInt64(24, true)) * 1000),
    checkpointLsn: lsnText(view.getBigUint64(32, true)),
    redoLsn: lsnText(view.getBigUint64(layout.checkPointCopy, true)),
    timeline: view.getUint32(layout.checkPointCopy + 8, true),
    minRecoveryPoint: minRecoveryPoint === 0n ? null : lsnText(minRecoveryPoint),
    walLevel: layout.walLevels[view.getInt32(layout.walLevel, true)] ?? null,
    segmentBytes: layout.segmentBytes === null ? null : view.getUint32(layout.segmentBytes, true),
    checksums: layout.checksumVersion === null ? null : view.getUint32(layout.checksumVersion, true) !== 0,
    crcOk: isCrcRight(bytes, view, layout),
  }
}

function lsnText(lsn: bigint): string {
  return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`
}

function hex(value: bigint): string {
  return value.toString(16).toUpperCase()
}

/** Where the layout does not say where the checksum stands, any place between the known fields and the zeros will do. */
function isCrcRight(bytes: Uint8Array, view: DataView, layout: ControlLayout): boolean {
  const crcOf = layout.crcKind === 'legacy' ? legacyCrc32 : crc32c
  const holds = (offset: number): boolean => crcOf(bytes.subarray(0, offset)) === view.getUint32(offset, true)
  if (layout.crc !== null) return holds(layout.crc)
  for (let offset = 288; offset <= 400; offset += 4) if (holds(offset)) return true
  return false
}
