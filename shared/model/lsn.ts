/** Position in the WAL as a number of bytes from `0/00000000`; undefined if the text is no LSN. */
export function parseLsn(text: string): bigint | undefined {
  const match = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/.exec(text.trim())
  if (match?.[1] === undefined || match[2] === undefined) return undefined
  return (BigInt(`0x${match[1]}`) << 32n) + BigInt(`0x${match[2]}`)
}

/** The LSN as servers up to 18 print it, for example `0/3000060` (19 pads the second half; it reads both). */
export function formatLsn(lsn: bigint): string {
  const high = lsn >> 32n
  const low = lsn & 0xffffffffn
  return `${high.toString(16).toUpperCase()}/${low.toString(16).toUpperCase()}`
}

/** How many bytes `ahead` is past `behind`; negative if it is behind it. Exact up to 8 PB. */
export function lsnDistanceBytes(ahead: bigint, behind: bigint): number {
  return Number(ahead - behind)
}

/**
 * Name of the WAL file that holds the byte at `lsn`, for example `000000010000000000000003`.
 *
 * At a segment's first byte this is that segment; `pg_walfile_name` of many versions names the one before.
 */
export function walSegmentName(timeline: number, lsn: bigint, segmentBytes: number): string {
  const segment = lsn / BigInt(segmentBytes)
  const segmentsPerId = 0x100000000n / BigInt(segmentBytes)
  return [BigInt(timeline), segment / segmentsPerId, segment % segmentsPerId]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('')
}
