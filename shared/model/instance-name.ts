const namePattern = /^[a-z][a-z0-9_-]{0,40}$/

/** What Windows keeps for itself, whatever the extension. Source: "Naming Files, Paths, and Namespaces". */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/** The one name of this form that every object has: looked up among instances it would be found where there is none. */
const objectKey = 'constructor'

/** Why a text is no instance name; null when it is one. */
export type InstanceNameProblem = 'odd-characters' | 'reserved-name'

/** Checks a name that a user chose: it becomes a folder, a slot and an application_name. */
export function instanceNameProblem(name: string): InstanceNameProblem | null {
  if (!namePattern.test(name)) return 'odd-characters'
  return deviceName.test(name) || name === objectKey ? 'reserved-name' : null
}

export const isInstanceName = (name: string): boolean => instanceNameProblem(name) === null

/** The replication slot of an instance: slot names allow only `[a-z0-9_]`. Two names may give the same slot. */
export const slotNameFor = (name: string): string => name.replaceAll('-', '_')

/** The instance among `others` that already has this name or would use the same slot; null when none. */
export function clashingName(name: string, others: readonly string[]): string | null {
  return others.find((other) => slotNameFor(other) === slotNameFor(name)) ?? null
}
