import type { HbaFile, HbaLine } from './hba-file.ts'
import { matchHba, type HbaConnection } from './match.ts'
import { ruleCovers } from './overlap.ts'
import type { HbaRule } from './rule.ts'

/** Who should be able to connect from 127.0.0.1 and ::1, and how; null or absent: not asked. */
export interface HbaExpectations {
  readonly user?: string
  readonly replicationUser?: string
  /** The method that both are expected to meet; any but reject will do without it. */
  readonly method?: string
}

/** A problem of pg_hba.conf; the code's sentence stands under `findings`. */
export interface HbaProblem {
  readonly code:
    | 'hba-open-to-world'
    | 'hba-replication-refused'
    | 'hba-connection-refused'
    | 'hba-method-differs'
    | 'hba-rule-unreachable'
    | 'hba-line-invalid'
  readonly params: Readonly<Record<string, string | number>>
}

type RuleLine = Extract<HbaLine, { kind: 'rule' }>

/** What is wrong with the rules: open doors, closed ones that are needed, and lines that never count. */
export function checkHba(file: HbaFile, expected: HbaExpectations): readonly HbaProblem[] {
  const rules = file.lines.filter((line): line is RuleLine => line.kind === 'rule')
  return [
    ...file.lines.flatMap((line): HbaProblem[] =>
      line.kind === 'invalid'
        ? [{ code: 'hba-line-invalid', params: { line: line.line, problem: line.problem } }]
        : [],
    ),
    ...rules
      .filter(({ rule }) => isOpenToWorld(rule))
      .map(({ line }): HbaProblem => ({ code: 'hba-open-to-world', params: { line } })),
    ...unreachable(rules),
    ...['127.0.0.1', '::1'].flatMap((address) => [
      ...(expected.replicationUser === undefined
        ? []
        : checkDoor(
            file,
            { type: 'host', database: null, user: expected.replicationUser, address },
            expected,
          )),
      ...(expected.user === undefined
        ? []
        : checkDoor(file, { type: 'host', database: 'postgres', user: expected.user, address }, expected)),
    ]),
  ]
}

function isOpenToWorld({ type, address, method }: HbaRule): boolean {
  if (method !== 'trust' || type === 'local' || address === null) return false
  return address.kind === 'all' || (address.kind === 'network' && address.network.prefix === 0)
}

function unreachable(rules: readonly RuleLine[]): HbaProblem[] {
  return rules.flatMap(({ rule, line }, index): HbaProblem[] => {
    const first = rules.slice(0, index).find((earlier) => ruleCovers(earlier.rule, rule))
    return first === undefined ? [] : [{ code: 'hba-rule-unreachable', params: { line, by: first.line } }]
  })
}

function checkDoor(
  file: HbaFile,
  connection: HbaConnection & { readonly address: string },
  { method: expected }: HbaExpectations,
): HbaProblem[] {
  const { user, address: ip } = connection
  const address = ip.includes(':') ? `${ip}/128` : `${ip}/32`
  const match = matchHba(file, connection)
  if (match?.uncertain === true) return []
  if (match === undefined || match.rule.method === 'reject') {
    if (match === undefined && file.lines.some(({ kind }) => kind === 'include')) return []
    const code = connection.database === null ? 'hba-replication-refused' : 'hba-connection-refused'
    return [{ code, params: { user, address } }]
  }
  const { method } = match.rule
  if (expected === undefined || method === expected) return []
  return [{ code: 'hba-method-differs', params: { user, address, method, expected, line: match.line } }]
}
