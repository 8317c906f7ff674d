import path from 'node:path'
import { parseRegistryKeys } from './parse-registry-keys.ts'

/** A Windows service that runs a PostgreSQL server. */
export interface PostgresService {
  /** Its key name, as `sc` and `net` take it. */
  readonly name: string
  readonly dataDir: string
  /** `NT AUTHORITY\NetworkService`; null where it is not told. */
  readonly account: string | null
  readonly port: number | null
}

/**
 * The services among the subkeys of `HKLM\SYSTEM\CurrentControlSet\Services` that `pg_ctl register` made, EDB's among them:
 * their program is `pg_ctl.exe runservice -N "name" -D "folder"`.
 */
export const parsePostgresServices = (bytes: Uint8Array): readonly PostgresService[] =>
  [...parseRegistryKeys(bytes)].flatMap(([key, values]): PostgresService[] => {
    const [, name] = /\\CurrentControlSet\\Services\\([^\\]+)$/i.exec(key) ?? []
    const command = values.get('ImagePath') ?? ''
    const [, quoted, bare] = /\brunservice\b.*?\s-D\s*(?:"([^"]+)"|(\S+))/i.exec(command) ?? []
    const dataDir = quoted ?? bare
    if (name === undefined || dataDir === undefined || !/pg_ctl/i.test(command)) return []
    return [{ name, dataDir, account: values.get('ObjectName') ?? null, port: null }]
  })

/** The same of EDB's own key, `HKLM\SOFTWARE\PostgreSQL`: it tells the port as well. */
export const parseEdbServices = (bytes: Uint8Array): readonly PostgresService[] =>
  [...parseRegistryKeys(bytes)].flatMap(([key, values]): PostgresService[] => {
    const [, id] = /\\PostgreSQL\\Services\\([^\\]+)$/i.exec(key) ?? []
    const dataDir = values.get('Data Directory') ?? ''
    if (id === undefined || dataDir === '') return []
    const port = /^dword:([0-9a-f]{8})$/i.exec(values.get('Port') ?? '')?.[1]
    return [
      {
        name: values.get('Service ID') ?? id,
        dataDir,
        account: values.get('Service Account') ?? null,
        port: port === undefined ? null : Number.parseInt(port, 16),
      },
    ]
  })

const spelled = (folder: string): string =>
  path.win32
    .normalize(folder)
    .replace(/[\\/]+$/, '')
    .toLowerCase()

/** The service that runs a data directory; what several sources tell of it is put together. */
export const serviceOf = (
  services: readonly PostgresService[],
  dataDir: string,
): PostgresService | undefined => {
  const found = services.filter((service) => spelled(service.dataDir) === spelled(dataDir))
  const [first] = found
  if (first === undefined) return undefined
  const account = found.find((service) => service.account !== null)?.account ?? null
  return { ...first, account, port: found.find((service) => service.port !== null)?.port ?? null }
}
