import { z } from 'zod'
import { numberSteps } from '../plan/steps/step.ts'
import { choosePort, isRefusal } from './checks.ts'
import { cloneParameters } from './cloning/clone-parameters.ts'
import { draftClone } from './cloning/draft-clone.ts'
import { createNeeds, createParameters, draftCreate } from './create.ts'
import { instancePaths } from '../instances/instance-paths.ts'
import { partialDirOf } from './files.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter, pgParameter, portParameter } from './parameters.ts'

export const pairParameters = z.object({
  name: nameParameter,
  port: portParameter.optional(),
  /** Name of the standby; the primary's with `-standby` unless asked otherwise. */
  standby: nameParameter.optional(),
  standbyPort: portParameter.optional(),
  pg: pgParameter.optional(),
})

/** Names have at most 41 characters: a long one is cut to make room. */
const standbyNameOf = (params: z.output<typeof pairParameters>): string =>
  params.standby ?? `${params.name.slice(0, 33)}-standby`

/** Makes a primary and a hot standby of it as one plan: the clone is planned from what `create` will have made. */
export const pair = defineOperation({
  id: 'pair',
  params: pairParameters,
  needs(params, base) {
    const { dataDir } = instancePaths(base.home, standbyNameOf(params))
    const needs = createNeeds(createParameters.parse(primaryOf(params)), base)
    return {
      ...needs,
      ports: [params.port, params.standbyPort].flatMap((port) => (port === undefined ? [] : [port])),
      freePorts: 3,
      paths: [...(needs.paths ?? []), dataDir, partialDirOf(dataDir)],
    }
  },
  plan(params, world) {
    const standby = standbyNameOf(params)
    if (standby === params.name) return refuse('name-asked-twice', { name: standby })
    const wanted = params.standbyPort === undefined ? null : choosePort(world, params.standbyPort)
    if (wanted && isRefusal(wanted)) return wanted
    const primary = draftCreate(
      createParameters.parse(primaryOf(params)),
      reservePort(world, params.standbyPort),
    )
    if (isRefusal(primary)) return primary
    const predicted = { ...world, instances: { ...world.instances, [params.name]: primary.instance } }
    const clone = draftClone(
      cloneParameters.parse({ source: params.name, name: standby, port: params.standbyPort }),
      primary.instance,
      predicted,
    )
    if (isRefusal(clone)) return clone
    return {
      kind: 'plan',
      plan: {
        operation: 'pair',
        params,
        targets: { ...clone.sources, [standby]: clone.target },
        assumes: [...primary.assumes, ...clone.assumes],
        confirmations: clone.confirmations,
        notices: [...primary.notices, ...clone.notices],
        steps: numberSteps([...primary.drafts, ...clone.drafts]),
      },
    }
  },
})

const primaryOf = ({
  name,
  port,
  pg,
}: z.output<typeof pairParameters>): z.input<typeof createParameters> => ({
  name,
  ...(port === undefined ? {} : { port }),
  ...(pg === undefined ? {} : { pg }),
})

/** The first free port is not the primary's when the standby was given it. */
function reservePort<W extends { readonly freePorts: readonly number[] }>(
  world: W,
  port: number | undefined,
): W {
  return { ...world, freePorts: world.freePorts.filter((free) => free !== port) }
}
