import type { Major } from '../../../../shared/model/instance-target.ts'

/** One fact through the versions: what held in 9.3, then each change with the major version that brought it. */
export interface Steps<T> {
  readonly first: T
  readonly changes: readonly (readonly [since: Major, value: T])[]
}

/** Several facts that change with the version. */
export type FactTable = Readonly<Record<string, Steps<unknown>>>

/** The facts of one version, by the names of their table. */
export type FactsOf<Table extends FactTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Steps<infer T> ? T : never
}

/** A fact that was `first` in 9.3 and changed in the versions given, in rising order. */
export function steps<T>(first: T, ...changes: readonly (readonly [since: Major, value: T])[]): Steps<T> {
  return { first, changes }
}

/** A fact that is true from this version on. */
export function since(major: Major): Steps<boolean> {
  return steps<boolean>(false, [major, true])
}

/** A fact that was true up to, and not in, this version. */
export function until(major: Major): Steps<boolean> {
  return steps<boolean>(true, [major, false])
}

/** What holds in this version; below 9.3 what held in 9.3. */
export function valueIn<T>(fact: Steps<T>, major: Major): T {
  return fact.changes.reduce((value, [from, changed]) => (major >= from ? changed : value), fact.first)
}

/** Every fact of the table as it holds in this version. */
export function factsIn<Table extends FactTable>(table: Table, major: Major): FactsOf<Table> {
  const entries = Object.entries(table).map(([name, fact]) => [name, valueIn(fact, major)] as const)
  return Object.fromEntries(entries) as FactsOf<Table>
}
