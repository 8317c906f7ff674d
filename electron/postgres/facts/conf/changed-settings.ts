import { parseConf } from './conf-file.ts'

/** The settings that two texts of a configuration file give other values, in the new one's; null where it gives none. */
export function changedSettings(before: string, after: string): Readonly<Record<string, string | null>> {
  const [old, now] = [valuesIn(before), valuesIn(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return Object.fromEntries(
    names.filter((name) => old.get(name) !== now.get(name)).map((name) => [name, now.get(name) ?? null]),
  )
}

/** By name in lower case; the last line of a name counts. Included files are not looked into. */
const valuesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(parseConf(text).lines.flatMap((line) => (line.kind === 'setting' ? [[line.name, line.value]] : [])))
