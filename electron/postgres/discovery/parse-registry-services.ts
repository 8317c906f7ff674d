import type { FoundPlace } from './found-place.ts'

/**
 * The services in a file that `reg export HKLM\SOFTWARE\PostgreSQL` wrote: below `Services`, one key each with
 * `Data Directory`, `Display Name` and `Port`; the version stands below `Installations`, in the key of the same name.
 */
export const parseRegistryServices = (bytes: Uint8Array): readonly FoundPlace[] => {
  const keys = parseKeys(new TextDecoder('utf-16le').decode(bytes))
  return [...keys].flatMap(([key, values]): FoundPlace[] => {
    const [, name] = /\\PostgreSQL\\Services\\([^\\]+)$/i.exec(key) ?? []
    const dataDir = values.get('Data Directory') ?? ''
    if (name === undefined || dataDir === '') return []
    const installation = keys.get(key.replace(/\\Services\\([^\\]+)$/i, String.raw`\Installations\$1`))
    const version = /^\d+(\.\d+)*/.exec(installation?.get('Version') ?? '')?.[0] ?? null
    const port = Number.parseInt(/^dword:([0-9a-f]{8})$/i.exec(values.get('Port') ?? '')?.[1] ?? '', 16)
    return [
      {
        dataDir,
        configFile: null,
        version,
        port: Number.isNaN(port) ? null : port,
        source: 'service',
        label: values.get('Display Name') ?? name,
      },
    ]
  })
}

/** Each key's values, strings without their quotes; other kinds as they are written. */
function parseKeys(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const keys = new Map<string, Map<string, string>>()
  let values = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const key = /^\[(.+)\]$/.exec(line)?.[1]
    if (key !== undefined) keys.set(key, (values = new Map<string, string>()))
    const [, name, written] = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line) ?? []
    if (name === undefined || written === undefined) continue
    const quoted = /^"((?:[^"\\]|\\.)*)"\s*$/.exec(written)?.[1]
    values.set(name, quoted === undefined ? written.trim() : quoted.replaceAll(/\\(.)/g, '$1'))
  }
  return keys
}
