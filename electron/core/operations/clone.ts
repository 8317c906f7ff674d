import { instancePaths } from '../instances/instance-paths.ts'
import { numberSteps } from '../plan/steps/step.ts'
import { isRefusal, requireInstance } from './checks.ts'
import { type CloneParameters, cloneParameters } from './cloning/clone-parameters.ts'
import { draftClone } from './cloning/draft-clone.ts'
import { partialDirOf } from './files.ts'
import { defineOperation } from './operation.ts'
import type { WorldBase, WorldNeeds } from './world.ts'

/** Makes a hot standby of a primary, or of a standby, on this machine. */
export const clone = defineOperation({
  id: 'clone',
  params: cloneParameters,
  needs: cloneNeeds,
  plan(params, world) {
    const source = requireInstance(world, params.source)
    if (isRefusal(source)) return source
    const draft = draftClone(params, source, world)
    if (isRefusal(draft)) return draft
    return {
      kind: 'plan',
      plan: {
        operation: 'clone',
        params,
        targets: { ...draft.sources, [params.name]: draft.target },
        assumes: [
          {
            kind: 'instance',
            instance: params.source,
            state: source.state,
            role: source.role,
            systemIdentifier: source.systemIdentifier,
          },
          ...draft.assumes,
        ],
        confirmations: draft.confirmations,
        notices: draft.notices,
        steps: numberSteps(draft.drafts),
      },
    }
  },
})

export function cloneNeeds(params: CloneParameters, base: WorldBase): WorldNeeds {
  const dataDir = params.dataDir ?? instancePaths(base.home, params.name).dataDir
  const entry = base.entries[params.source]
  const upstreams = cascadeAbove(params.source, base)
  return {
    instances: [params.source, ...upstreams],
    sizes: [params.source],
    ports: params.port === undefined ? [] : [params.port],
    freePorts: 2,
    paths: [base.home, dataDir, partialDirOf(dataDir)],
    knownSettingsOf: entry && Object.keys(params.settings).length > 0 ? [entry.binDir] : [],
  }
}

/** Names of the instances above this one: a role can only be made on the primary at the top. */
export function cascadeAbove(name: string, { entries }: WorldBase): string[] {
  const above: string[] = []
  let upstream = entries[name]?.upstream ?? null
  while (upstream !== null && !above.includes(upstream)) {
    above.push(upstream)
    upstream = entries[upstream]?.upstream ?? null
  }
  return above
}
