import type { InstanceStatus } from '../../../shared/model/instance-status.ts'
import { buildSubject } from '../diagnosis/build-subject.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { KnownVersionReader } from '../../postgres/installations/known-version.ts'
import type { Catalogue } from '../instances/catalogue.ts'
import { buildStatus } from './build-status.ts'
import { buildEvidence } from './evidence.ts'
import { inspectInstance, type Inspection } from './inspect-instance.ts'

/** What observing needs. */
export interface MonitorServices {
  readonly catalogue: Pick<Catalogue, 'list'>
  readonly readKnownVersion: KnownVersionReader
}

export interface StatusOptions {
  /** All when absent. A name that is not in the catalogue has no status. */
  readonly names?: readonly string[]
  /** Adds each field's evidence. */
  readonly why?: boolean
}

/**
 * What every instance does now, from evidence only, in the catalogue's order. All are looked at together, since a
 * standby's lag and upstream are read on both sides. Throws only when the catalogue cannot be read.
 */
export async function readStatus(
  services: MonitorServices,
  options: StatusOptions = {},
): Promise<readonly InstanceStatus[]> {
  const { catalogue, readKnownVersion } = services
  const entries = await catalogue.list()
  const inspections = await Promise.all(entries.map((entry) => inspectInstance(entry, { readKnownVersion })))
  const wanted = options.names === undefined ? undefined : new Set(options.names)
  return composeStatuses(inspections, options.why === true).filter(
    ({ name }) => wanted === undefined || wanted.has(name),
  )
}

/** The statuses with findings, from what was seen of all instances. Pure. */
export function composeStatuses(inspections: readonly Inspection[], why = false): readonly InstanceStatus[] {
  const observations = inspections.map(({ observation }) => observation)
  const subjects = inspections.map(({ observation, details }) =>
    buildSubject(observation, buildStatus(observation, observations), details),
  )
  return subjects.map((subject, index) => {
    const findings = diagnose(subject, subjects)
    const observation = observations[index]
    const evidence =
      why && observation !== undefined ? { evidence: buildEvidence(observation, observations) } : {}
    return { ...subject.status, findings, ...evidence }
  })
}
