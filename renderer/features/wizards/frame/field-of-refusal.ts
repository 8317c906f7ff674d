import type { PlanAnswer } from '../../../../shared/contract/operations.ts'
import type { ErrorCode } from '../../../../shared/errors/pgtandem-error.ts'

/** Why an operation is refused, as the core answers a plan. */
export type Refusal = Extract<PlanAnswer, { kind: 'refused' }>

/** Fields of the wizards, named as the parameters of the operations; `password` is no parameter. */
export type WizardField =
  | 'name'
  | 'source'
  | 'port'
  | 'dataDir'
  | 'pg'
  | 'binDir'
  | 'configFile'
  | 'user'
  | 'password'
  | 'locale'
  | 'method'
  | 'slot'
  | 'sync'
  | 'delay'
  | 'applicationName'
  | 'settings'
  | 'deleteData'

type Fields = readonly [WizardField, ...WizardField[]]

/** Fields that a state of things can be mended at; the first one that a form has is meant. */
const fieldsOf: Partial<Record<ErrorCode, Fields>> = {
  'name-taken': ['name'],
  'name-asked-twice': ['name'],
  'name-gives-same-slot': ['name'],
  'slot-exists': ['slot', 'name'],
  'no-free-port': ['port'],
  'port-asked-twice': ['port'],
  'port-claimed': ['port'],
  'port-taken': ['port'],
  'port-in-use': ['port'],
  'port-reserved': ['port'],
  'port-in-excluded-range': ['port'],
  'path-not-safe': ['dataDir'],
  'path-not-for-windows': ['dataDir'],
  'path-outside-code-page': ['dataDir'],
  'data-directory-of-instance': ['dataDir'],
  'data-directory-is-cluster': ['dataDir'],
  'data-directory-not-empty': ['dataDir'],
  'path-is-file': ['dataDir'],
  'inside-data-directory': ['dataDir'],
  'data-directory-in-home': ['dataDir'],
  'read-only-disk': ['dataDir'],
  'path-not-writable': ['dataDir'],
  'path-absent': ['dataDir'],
  'path-unreadable': ['dataDir'],
  'not-a-cluster': ['dataDir'],
  'not-a-data-directory': ['dataDir'],
  'disk-too-full': ['dataDir'],
  'leftover-in-the-way': ['dataDir'],
  'foreign-owner': ['deleteData', 'dataDir'],
  'data-of-service': ['deleteData'],
  'holds-other-instance': ['deleteData'],
  'no-installation': ['pg', 'binDir'],
  'not-an-installation': ['pg', 'binDir'],
  'unknown-major': ['pg', 'dataDir'],
  'major-not-installed': ['pg', 'binDir'],
  'major-not-supported': ['pg', 'source'],
  'installation-of-other-major': ['binDir'],
  'password-needed': ['password'],
  'wrong-password': ['password'],
  'password-missing': ['password'],
  'password-not-storable': ['password'],
  'files-not-readable': ['method'],
  'no-pg-basebackup': ['method'],
  'no-pg-basebackup-to-copy-with': ['method'],
  'instance-not-running': ['source'],
  'instance-stopping': ['source'],
  'instance-unreachable': ['source'],
  'data-directory-missing': ['source'],
  'role-needs-primary': ['source'],
  'include-sets-own': ['source'],
  'sync-needs-primary': ['sync'],
  'sync-names-unreadable': ['sync'],
  'unknown-setting': ['settings'],
  'unknown-setting-like': ['settings'],
  'setting-is-decided': ['settings'],
  'setting-below-primary': ['settings'],
  'secret-in-setting': ['settings'],
}

/** Why a server that runs does not let us in, where the form asks for what it wants. */
const fieldsOfReason: Readonly<Record<string, Fields>> = {
  'wrong-password': ['password'],
  'password-missing': ['password'],
  'role-missing': ['user'],
  'no-hba-entry': ['user'],
  'authentication-failed': ['user'],
}

/**
 * The field among `shown` that a refusal concerns; null when it concerns none of them, and is said above the plan.
 *
 * A parameter that does not fit is named by the core (`settings.work_mem` belongs to `settings`).
 */
export function fieldOfRefusal<Field extends WizardField>(
  { code, parameter, params }: Pick<Refusal, 'code' | 'parameter' | 'params'>,
  shown: readonly Field[],
): Field | null {
  if (parameter !== null) return shown.find((field) => field === parameter.split('.')[0]) ?? null
  const reason = code === 'instance-unreachable' ? String(params['reason'] ?? '') : ''
  const wanted = [...(fieldsOfReason[reason] ?? []), ...(fieldsOf[code] ?? [])]
  return wanted.flatMap((field) => shown.find((candidate) => candidate === field) ?? [])[0] ?? null
}
