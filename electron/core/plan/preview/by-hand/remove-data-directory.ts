import type { StepOf } from '../../steps/step.ts'
import { joinPath } from '../paths.ts'
import { cmdPath, quoteCmdPath, quoteSh } from '../quoting.ts'
import { type ByHand, type HandContext, targetOf } from './by-hand.ts'
import { clientProgram } from './programs.ts'

type Removal = StepOf<'remove-data-directory'>

/** Deletes only what is the cluster that the plan means; without its identifier or pg_controldata, only what is a data directory at all. */
export function removeDataDirectoryByHand(step: Removal, context: HandContext): ByHand {
  const target = targetOf(context, step.instance)
  const controldata = clientProgram(context, target, 'pg_controldata')
  const check = checkOf(step, controldata === 'pg_controldata' ? null : controldata)
  const other = quoteSh(`other cluster: ${step.path}`)
  const written = `PG_${String(target.major)}_*`
  return {
    cmd: [
      `${check.cmd} && rmdir /s /q ${quoteCmdPath(step.path)}`,
      ...step.tablespaces.map(
        (path) => `for /d %%d in (${quoteCmdPath(joinPath(path, written))}) do rmdir /s /q "%%d"`,
      ),
      ...step.belongings.map((path) => `if exist ${quoteCmdPath(path)} rmdir /s /q ${quoteCmdPath(path)}`),
    ].join('\n'),
    sh: [
      `if ${check.sh}; then rm -rf ${quoteSh(step.path)}; else echo ${other} >&2; false; fi`,
      ...step.tablespaces.map((path) => `rm -rf ${quoteSh(path)}/${written}`),
      ...step.belongings.map((path) => `rm -rf ${quoteSh(path)}`),
    ].join('\n'),
  }
}

function checkOf(step: Removal, controldata: string | null): { readonly cmd: string; readonly sh: string } {
  if (controldata === null || step.systemIdentifier === null) {
    const marker = joinPath(step.path, 'PG_VERSION')
    return { cmd: `dir ${quoteCmdPath(marker)} > nul`, sh: `test -f ${quoteSh(marker)}` }
  }
  const read = `${quoteCmdPath(cmdPath(controldata))} ${quoteCmdPath(step.path)}`
  return {
    cmd: `${read} | findstr /e /c:" ${step.systemIdentifier}"`,
    sh: `LC_ALL=C ${quoteSh(controldata)} ${quoteSh(step.path)} | grep -q 'system identifier: *${step.systemIdentifier}$'`,
  }
}
