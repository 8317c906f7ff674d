import { clashingName } from '../../../../shared/model/instance-name.ts'

/** One line of the settings that a person gives, as typed. */
export interface SettingRow {
  readonly name: string
  readonly value: string
}

/** Rows that have a name, as the operations take them; the last one of a name counts, as in postgresql.conf. */
export const settingsOf = (rows: readonly SettingRow[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap(({ name, value }) => (name.trim() === '' ? [] : [[name.trim(), value.trim()] as const])),
  )

/** A text field that was left empty is no parameter at all. */
export const given = <Key extends string>(
  key: Key,
  text: string,
): Readonly<Partial<Record<Key, string>>> | Readonly<Record<never, never>> =>
  text.trim() === '' ? {} : { [key]: text.trim() }

/** The port as a parameter; what is not a number becomes 0, which no port is, and the core says so. */
export const portOf = (text: string): { readonly port?: number } =>
  text.trim() === '' ? {} : { port: /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : 0 }

const LONGEST_NAME = 41

/** `wanted`, or `wanted-2`, `wanted-3`, …: the first that no instance has and whose slot is nobody's. */
export function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${String(number)}`
    const name = wanted.slice(0, LONGEST_NAME - suffix.length) + suffix
    if (clashingName(name, taken) === null) return name
  }
}
