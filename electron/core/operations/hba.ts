import { z } from 'zod'
import { addHbaRule, hbaTypes, trustsOthers } from '../../postgres/facts/hba.ts'
import { addHbaRules } from '../plan/steps/configuration.ts'
import { reloadServer } from '../plan/steps/servers.ts'
import { checkOwner, isRefusal, isUp, requireInstance } from './checks.ts'
import { opensToTheWorld, touchesForeignFiles } from './confirmations.ts'
import { defineOperation, refuse } from './operation.ts'
import { nameParameter, problem } from './parameters.ts'
import { planFor } from './plan-for.ts'

const column = z.string().regex(/^[^\n\r\0]+$/, problem('one-line'))

/** Adds one rule to pg_hba.conf, where it takes effect, and reloads. */
export const hba = defineOperation({
  id: 'hba',
  params: z.object({
    name: nameParameter,
    rule: z.object({
      type: z.enum(hbaTypes),
      database: column,
      user: column,
      address: column.optional(),
      method: column,
    }),
  }),
  needs: ({ name }) => ({ instances: [name] }),
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const { entry, target } = instance
    if (instance.hba === null) return refuse('files-not-readable', { name: entry.name, path: target.hbaFile })
    const refusal = checkOwner(instance)
    if (refusal) return refusal
    const { address, ...columns } = params.rule
    const rule = address === undefined ? columns : { ...columns, address }
    const added = addHbaRule(instance.hba, rule, target.major)
    if (added.kind === 'invalid') return refuse('hba-rule-invalid', { problem: added.problem })
    const live = instance.server !== null
    return planFor('hba', params, instance, {
      confirmations: [
        ...touchesForeignFiles(instance),
        ...(trustsOthers(rule, target.major) ? [opensToTheWorld(instance, address ?? '')] : []),
      ],
      drafts:
        added.kind === 'unchanged'
          ? []
          : [
              addHbaRules(entry.name, { file: target.hbaFile, rules: [rule], live }),
              ...(isUp(instance) ? [reloadServer(entry.name)] : []),
            ],
    })
  },
})
