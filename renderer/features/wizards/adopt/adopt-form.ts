import type { ErrorCode } from '../../../../shared/errors/pgtandem-error.ts'
import type { FoundServer } from '../../../../shared/model/readings.ts'
import { freeName, given } from '../fields/field-values.ts'

/** What the wizard asks about a server that exists, as typed. */
export interface AdoptForm {
  readonly dataDir: string
  /** Null: follows the data directory. */
  readonly name: string | null
  readonly user: string
  readonly binDir: string
  readonly configFile: string
}

export const emptyAdoptForm = (dataDir: string): AdoptForm => ({
  dataDir,
  name: null,
  user: '',
  binDir: '',
  configFile: '',
})

/** Why a running server does not let us in, as far as the person can do something about it here. */
export const adoptReasons = [
  'wrong-password',
  'role-missing',
  'no-hba-entry',
  'authentication-failed',
] as const satisfies readonly ErrorCode[]

/** The superuser that is meant when none is named. */
export const DEFAULT_USER = 'postgres'

const tellsNothing = /^(data|pgdata|pgsql|postgresql|postgres|main)$/i

/**
 * A name from a data directory: its last folder that tells something, in the letters that names may have.
 *
 * `/var/lib/postgresql/15/main` and `C:\Program Files\PostgreSQL\15\data` give `pg15`.
 */
export function nameOfFolder(dataDir: string): string {
  const folders = dataDir.split(/[\\/]+/).filter((folder) => folder !== '' && !/^[a-z]:$/i.test(folder))
  const telling = folders.findLast((folder) => !tellsNothing.test(folder)) ?? 'server'
  const letters = telling
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
  return letters === '' ? 'server' : /^[a-z]/.test(letters) ? letters : `pg${letters}`
}

interface Named {
  readonly name: string
}

/** The name as typed; else that of the instance whose folder it is, whose access is renewed; else a free one. */
export function adoptName(
  { name, dataDir }: Pick<AdoptForm, 'name' | 'dataDir'>,
  known: Named | undefined,
  instances: readonly Named[],
): string {
  if (name !== null) return name
  if (known !== undefined) return known.name
  const taken = instances.map((instance) => instance.name)
  return dataDir.trim() === '' ? '' : freeName(nameOfFolder(dataDir), taken)
}

/** The parameters of the operation `adopt`. */
export const adoptParams = (form: AdoptForm, name: string): Readonly<Record<string, unknown>> => ({
  name: name.trim(),
  dataDir: form.dataDir.trim(),
  ...given('user', form.user),
  ...given('binDir', form.binDir),
  ...given('configFile', form.configFile),
})

/** The found server that a folder is of; undefined: none. */
export const foundAt = (found: readonly FoundServer[], dataDir: string): FoundServer | undefined =>
  found.find((server) => server.dataDir === dataDir.trim())
