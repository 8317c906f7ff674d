import { describeEvidence } from '../../../../shared/i18n/describe-evidence.ts'
import { evidence } from '../../../../shared/i18n/en/evidence.ts'
import type { Translator } from '../../../../shared/i18n/translate.ts'
import type { Finding, InstanceStatus } from '../../../../shared/model/instance-status.ts'
import { formatBytes, orDash } from './format.ts'
import { formatTable } from './table.ts'

/** What `--json` tells: a finding's two sentences in one message. */
export const statusDocument = (instances: readonly InstanceStatus[], t: Translator) =>
  instances.map((status) => ({
    ...status,
    findings: status.findings.map(({ code, severity, ...finding }) => ({
      code,
      severity,
      message: messageOf(finding, t),
    })),
  }))

const messageOf = ({ message, hint }: Pick<Finding, 'message' | 'hint'>, t: Translator): string =>
  `${t.text(message)}\n${t.text(hint)}`

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
    findings.map(({ severity, ...finding }) =>
      t.t('cli.status.finding', {
        name,
        severity: t.t(`cli.severities.${severity}`),
        message: messageOf(finding, t).replaceAll('\n', '\n  '),
      }),
    ),
  )
  return [...formatTable(columns, rows), ...(findings.length === 0 ? [] : ['', ...findings])]
}

/** Each field of each instance with the place it was read from, a line for each: sources are long. */
export function formatEvidence(instances: readonly InstanceStatus[], t: Translator): string[] {
  return instances.flatMap((status) => [
    '',
    status.name,
    ...Object.entries(status.evidence ?? {}).map(([field, { sources, at }]) => {
      const value =
        field === 'state'
          ? t.t(`cli.states.${status.state}`)
          : field === 'role'
            ? t.t(`cli.roles.${status.role}`)
            : shown((status as unknown as Readonly<Record<string, unknown>>)[field])
      const known = isField(field) ? t.t(`evidence.fields.${field}`) : field
      const said = {
        field: value === null ? known : `${known} = ${value}`,
        sources: describeEvidence({ sources }, t),
        at,
      }
      return `  ${t.t('cli.status.evidence', said)}`
    }),
  ])
}

const isField = (field: string): field is keyof typeof evidence.fields => field in evidence.fields

function formatLag({ lagBytes, lagSeconds }: InstanceStatus): string {
  if (lagBytes === null) return '-'
  return lagSeconds === null ? formatBytes(lagBytes) : `${formatBytes(lagBytes)}, ${lagSeconds.toFixed(1)} s`
}

/** Null for lists of connections: they are for `--json`. */
const shown = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null
