import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { InstanceStatus } from '../../../../shared/model/instance-status.ts'
import { formatBytes, orDash } from './format.ts'
import { formatTable } from './table.ts'

/** The table of `status`, and below it what was found to be wrong. */
export function formatStatus(instances: readonly InstanceStatus[], t: Translator): string[] {
  if (instances.length === 0) return [t.t('cli.status.empty')]
  const rows = instances.map((status) => [
    status.name,
    t.t(`cli.states.${status.state}`),
    t.t(`cli.roles.${status.role}`),
    orDash(status.port),
    orDash(status.version),
    orDash(status.upstream),
    formatLag(status),
    orDash(status.syncState),
  ])
  const columns = (['name', 'state', 'role', 'port', 'version', 'upstream', 'lag', 'sync'] as const).map(
    (column) =>
      ({ title: t.t(`cli.status.columns.${column}`), align: column === 'port' ? 'right' : 'left' }) as const,
  )
  const findings = instances.flatMap(({ name, findings }) =>
    findings.map(({ severity, message }) => `${name}: ${t.t(`cli.severities.${severity}`)}: ${message}`),
  )
  return [...formatTable(columns, rows), ...(findings.length === 0 ? [] : ['', ...findings])]
}

/** Each field of each instance with the place it was read from. */
export function formatEvidence(instances: readonly InstanceStatus[], t: Translator): string[] {
  return instances.flatMap((status) => {
    const rows = Object.entries(status.evidence ?? {}).map(([field, { source, at }]) => [
      field,
      shown((status as unknown as Readonly<Record<string, unknown>>)[field]),
      source,
      at,
    ])
    const columns = (['field', 'value', 'source', 'at'] as const).map((column) => ({
      title: t.t(`cli.status.columns.${column}`),
    }))
    return ['', `${status.name}:`, ...formatTable(columns, rows)]
  })
}

function formatLag({ lagBytes, lagSeconds }: InstanceStatus): string {
  if (lagBytes === null) return '-'
  return lagSeconds === null ? formatBytes(lagBytes) : `${formatBytes(lagBytes)}, ${lagSeconds.toFixed(1)} s`
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '-'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
