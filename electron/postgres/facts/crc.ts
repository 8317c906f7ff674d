/** One table for each reflected polynomial; both checksums of pg_control are driven by one of these. */
function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
    return value
  })
}

const castagnoli = tableOf(0x82f63b78)
const ethernet = tableOf(0xedb88320)

/** CRC-32C, as PostgreSQL 9.5 and later write it at the end of pg_control. Unsigned. */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (castagnoli[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/**
 * The checksum of PostgreSQL up to 9.4: no standard CRC-32, since it shifts to the left over a table made for shifting to the right.
 *
 * Source: COMP_LEGACY_CRC32 in src/include/utils/pg_crc.h.
 */
export function legacyCrc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (ethernet[((crc >>> 24) ^ byte) & 0xff] ?? 0) ^ (crc << 8)
  return ~crc >>> 0
}
