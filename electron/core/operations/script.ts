import { z } from 'zod'
import { createTranslator, languages } from '../../../shared/i18n/translate.ts'
import { startOrder } from '../../../shared/model/start-order.ts'
import { startStopScripts } from '../plan/preview/start-stop-scripts.ts'
import { writeFile } from '../plan/steps/configuration.ts'
import { isRefusal, requireInstance } from './checks.ts'
import { inDir } from './files.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { nameParameter, pathParameter } from './parameters.ts'
import { planFor } from './plan-for.ts'
import type { InstanceFacts, World } from './world.ts'

/** Writes start and stop scripts for instances, as the appendix of guide 003 has them. */
export const script = defineOperation({
  id: 'script',
  params: z.object({
    names: z.array(nameParameter).min(1),
    shell: z.enum(['cmd', 'sh']),
    /** Folder that the scripts go to; made when missing. */
    out: pathParameter,
    /** Of the comments in the scripts. */
    language: z.enum(languages).default('en'),
  }),
  needs: ({ names, out }) => ({ instances: names, paths: [out] }),
  plan(params, world) {
    const chosen = [...new Set(params.names)].map((name) => ({
      name,
      upstream: world.instances[name]?.entry.upstream ?? null,
    }))
    const [first, ...others] = startOrder(chosen)
    if (first === undefined) return refuse('unknown-instance', { name: '' })
    const found: InstanceFacts[] = []
    for (const name of [first, ...others]) {
      const instance = requireInstance(world, name)
      if (isRefusal(instance)) return instance
      found.push(instance)
    }
    const refusal = checkFolder(world, params.out)
    if (refusal) return refusal
    const scripts = startStopScripts(
      found.map(({ target }) => target),
      params.shell,
      createTranslator(params.language),
    )
    const [instance, ...rest] = found
    if (!instance) return refuse('unknown-instance', { name: first })
    return planFor('script', params, instance, {
      others: rest,
      drafts: scripts.map(({ fileName, ...file }) =>
        writeFile(null, { ...file, path: inDir(params.out, fileName) }),
      ),
    })
  },
})

/** A folder that files can be written into, or made. */
function checkFolder(world: World, path: string): Refusal | null {
  const facts = world.paths[path]
  if (!facts) throw new Error(`${path} was not looked at`)
  if (facts.kind === 'file') return refuse('path-is-file', { path })
  if (facts.readOnlyFileSystem) return refuse('read-only-disk', { path })
  const usable = facts.kind === 'absent' ? facts.parentWritable : facts.writable
  return usable ? null : refuse('path-not-writable', { path })
}
