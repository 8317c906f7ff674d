import type { Language } from '../../shared/i18n/translate.ts'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB']

const made = new Map<string, Intl.NumberFormat>()

/** Kept, since making one costs far more than using it. */
function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([language, options])
  const format = made.get(key) ?? new Intl.NumberFormat(language, options)
  made.set(key, format)
  return format
}

/** Bytes as PostgreSQL counts them: 1 kB = 1024 B. */
export function formatBytes(bytes: number, language: Language): string {
  let [value, unit] = [bytes, 0]
  while (value >= 1024 && unit < UNITS.length - 1) [value, unit] = [value / 1024, unit + 1]
  const digits = unit === 0 || value >= 100 ? 0 : 1
  return `${numberFormat(language, { maximumFractionDigits: digits }).format(value)} ${UNITS[unit] ?? ''}`
}

/** Seconds as `0.3 s`, `12 s`, `3 min`, `2 h`. */
export function formatSeconds(seconds: number, language: Language): string {
  const style = (value: number, unit: 'second' | 'minute' | 'hour' | 'day', digits: number): string =>
    numberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value)
  if (seconds < 90) return style(seconds, 'second', seconds < 10 ? 1 : 0)
  if (seconds < 5400) return style(seconds / 60, 'minute', 0)
  return seconds < 129_600 ? style(seconds / 3600, 'hour', 0) : style(seconds / 86_400, 'day', 0)
}

export const formatTime = (iso: string, language: Language): string =>
  new Date(iso).toLocaleTimeString(language)

export const formatDateTime = (iso: string, language: Language): string =>
  new Date(iso).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'medium' })
