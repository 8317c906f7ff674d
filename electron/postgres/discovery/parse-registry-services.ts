import type { FoundPlace } from './found-place.ts'
import { parseRegistryKeys } from './parse-registry-keys.ts'

/**
 * The services in a file that `reg export HKLM\SOFTWARE\PostgreSQL` wrote: below `Services`, one key each with
 * `Data Directory`, `Display Name` and `Port`; the version stands below `Installations`, in the key of the same name.
 */
export const parseRegistryServices = (bytes: Uint8Array): readonly FoundPlace[] => {
  const keys = parseRegistryKeys(bytes)
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
