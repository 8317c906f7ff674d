/** What a rule's address column means. */
export type HbaAddress =
  | { readonly kind: 'all' | 'samehost' | 'samenet' }
  | { readonly kind: 'network'; readonly network: Network }
  | { readonly kind: 'hostname'; readonly name: string }

/** Addresses that share their first `prefix` bits; `bits` is 32 or 128. */
export interface Network {
  readonly bits: 32 | 128
  readonly value: bigint
  readonly prefix: number
}

/** The address, or undefined for text that is no numeric address. */
export function parseIp(text: string): { readonly bits: 32 | 128; readonly value: bigint } | undefined {
  return text.includes(':') ? parseIpv6(text.replace(/%.*$/, '')) : parseIpv4(text)
}

/** As inet_aton: fewer than four parts are allowed, and the last one fills the rest (`10.1` is 10.0.0.1). */
function parseIpv4(text: string): { bits: 32; value: bigint } | undefined {
  if (!/^\d{1,10}(\.\d{1,10}){0,3}$/.test(text)) return undefined
  const parts = text.split('.').map(BigInt)
  const last = parts.pop() ?? 0n
  const lastBits = BigInt(32 - 8 * parts.length)
  if (parts.some((part) => part > 255n) || last >> lastBits !== 0n) return undefined
  const head = parts.reduce((sum, part) => (sum << 8n) + part, 0n)
  return { bits: 32, value: (head << lastBits) + last }
}

function parseIpv6(text: string): { bits: 128; value: bigint } | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const v4 = tail?.[2] === undefined ? undefined : parseIpv4(tail[2])
  if (tail !== null && v4 === undefined) return undefined
  const words =
    v4 === undefined
      ? text
      : `${tail?.[1]}${(v4.value >> 16n).toString(16)}:${(v4.value & 0xffffn).toString(16)}`
  const halves = words.split('::')
  if (halves.length > 2) return undefined
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - rest.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...rest]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return { bits: 128, value: groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n) }
}

/** The network of an address and its mask (`255.255.255.0`) or prefix length (`24`); undefined if they do not fit. */
export function networkOf(address: string, mask: string): Network | undefined {
  const ip = parseIp(address)
  if (ip === undefined) return undefined
  const prefix = /^\d+$/.test(mask) ? Number(mask) : prefixOfMask(mask, ip.bits)
  if (prefix === undefined || prefix > ip.bits) return undefined
  const hostBits = BigInt(ip.bits - prefix)
  return { bits: ip.bits, value: (ip.value >> hostBits) << hostBits, prefix }
}

function prefixOfMask(mask: string, bits: 32 | 128): number | undefined {
  const ip = parseIp(mask)
  if (ip === undefined || ip.bits !== bits) return undefined
  const digits = ip.value.toString(2).padStart(bits, '0')
  return /^1*0*$/.test(digits) ? digits.replace(/0*$/, '').length : undefined
}

/** True if every address of `inner` is one of `outer`. */
export function networkCovers(outer: Network, inner: Network): boolean {
  const shift = BigInt(outer.bits - outer.prefix)
  return (
    outer.bits === inner.bits && outer.prefix <= inner.prefix && outer.value >> shift === inner.value >> shift
  )
}

/** True for a network of this machine's own addresses only. */
export function isLoopback({ bits, value, prefix }: Network): boolean {
  if (bits === 128) return value === 1n && prefix === 128
  return prefix >= 8 && value >> 24n === 127n
}
