import type { Confirmation } from '../plan/plan.ts'
import type { InstanceFacts } from './world.ts'

/** Asked for only when there is a connection to cut. */
export function cutsConnections({ entry }: InstanceFacts, count: number): Confirmation[] {
  if (count === 0) return []
  return [
    {
      reason: 'cuts-connections',
      text: { key: 'confirmations.cuts-connections', params: { name: entry.name, count } },
    },
  ]
}

/** Files of an adopted instance are its user's, not ours. */
export function touchesForeignFiles({ entry }: InstanceFacts): Confirmation[] {
  if (entry.origin === 'made') return []
  return [
    {
      reason: 'touches-foreign-files',
      text: { key: 'confirmations.touches-foreign-files', params: { name: entry.name, path: entry.dataDir } },
    },
  ]
}

export const losesData = ({ entry }: InstanceFacts): Confirmation => ({
  reason: 'loses-data',
  text: { key: 'confirmations.loses-data', params: { name: entry.name, path: entry.dataDir } },
})

/** The slot on an upstream that is down stays, and keeps WAL for nobody once that runs again. */
export const leavesSlot = ({ entry }: InstanceFacts, slot: string): Confirmation => ({
  reason: 'leaves-slot',
  text: { key: 'confirmations.leaves-slot', params: { upstream: entry.name, slot } },
})

/** `primary`: null where nothing says who it is. */
export const splitsThePair = (name: string, primary: string | null): Confirmation => ({
  reason: 'splits-the-pair',
  text:
    primary === null
      ? { key: 'confirmations.splits-from-unknown', params: { name } }
      : { key: 'confirmations.splits-the-pair', params: { name, primary } },
})

/** A primary that a promotion superseded would be a second one. */
export function startsOldPrimary({ entry }: InstanceFacts): Confirmation[] {
  if (entry.supersededBy === null) return []
  return [
    {
      reason: 'splits-the-pair',
      text: {
        key: 'confirmations.starts-old-primary',
        params: { name: entry.name, promoted: entry.supersededBy },
      },
    },
  ]
}

/** A rule that asks other machines for no password. */
export const opensToTheWorld = ({ entry }: InstanceFacts, address: string): Confirmation => ({
  reason: 'opens-to-the-world',
  text: { key: 'confirmations.opens-to-the-world', params: { name: entry.name, address } },
})

/** Commands that the server will run by itself once it is started. */
export function runsItsCommands({ entry, ownCommands }: InstanceFacts): Confirmation[] {
  if (entry.trusted || ownCommands.length === 0) return []
  const commands = ownCommands.map(({ setting, value }) => `${setting} = ${value}`).join('; ')
  return [
    {
      reason: 'runs-its-commands',
      text: { key: 'confirmations.runs-its-commands', params: { name: entry.name, commands } },
    },
  ]
}
