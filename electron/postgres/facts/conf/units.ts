const bytesPerUnit: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
  TB: 1024 ** 4,
}

const msPerUnit: Readonly<Record<string, number>> = {
  us: 0.001,
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Units of memory settings, as PostgreSQL spells them (case counts; `B` from 11). */
export type MemoryUnit = 'B' | 'kB' | 'MB' | 'GB' | 'TB'

/** Units of time settings, as PostgreSQL spells them (`us` from 12). */
export type TimeUnit = 'us' | 'ms' | 's' | 'min' | 'h' | 'd'

/** Bytes of a memory setting such as `128MB` or `1.5 GB`; a bare number counts in `bareUnit`. Undefined if it is none. */
export function parseBytes(text: string, bareUnit: MemoryUnit = 'B'): number | undefined {
  return parseQuantity(text, bytesPerUnit, bareUnit)
}

/** Milliseconds of a time setting such as `5min` or `30 s`; a bare number counts in `bareUnit`. Undefined if it is none. */
export function parseDurationMs(text: string, bareUnit: TimeUnit = 'ms'): number | undefined {
  return parseQuantity(text, msPerUnit, bareUnit)
}

/** A boolean as the server reads it: on, off, true, false, yes, no, their unique prefixes, 1, 0; undefined if it is none. */
export function parseConfBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase()
  if (word === '1' || word === 'on') return true
  if (word === '0' || word === 'of' || word === 'off') return false
  if (word === '') return undefined
  if ('true'.startsWith(word) || 'yes'.startsWith(word)) return true
  if ('false'.startsWith(word) || 'no'.startsWith(word)) return false
  return undefined
}

/**
 * Whether two spellings mean the same to any setting that takes both: `128MB` and `131072kB`, `on` and `true`, `0x10` and `16`.
 *
 * A bare number is not compared with one that has a unit, because its unit depends on the setting.
 */
export function sameSettingValue(a: string, b: string): boolean {
  if (a === b) return true
  const readers = [parseConfBoolean, parseNumber, withUnit(parseBytes), withUnit(parseDurationMs)]
  return readers.some((read) => {
    const left = read(a)
    return left !== undefined && left === read(b)
  })
}

function withUnit(parse: (text: string) => number | undefined): (text: string) => number | undefined {
  return (text) => (/[A-Za-z]\s*$/.test(text) && parseNumber(text) === undefined ? parse(text) : undefined)
}

function parseNumber(text: string): number | undefined {
  return parseQuantity(text, {}, '')
}

function parseQuantity(
  text: string,
  units: Readonly<Record<string, number>>,
  bareUnit: string,
): number | undefined {
  const match = /^\s*([-+]?)(0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([A-Za-z]*)\s*$/i.exec(text)
  if (match === null) return undefined
  const [, sign, digits, unit] = match
  const factor = unit === '' ? (units[bareUnit] ?? 1) : units[unit ?? '']
  if (factor === undefined) return undefined
  const amount = Number(digits) * factor * (sign === '-' ? -1 : 1)
  return Math.round(amount * 1000) / 1000
}
