import type { StepOf } from '../../steps/step.ts'
import { joinPath, nameOf, parentOf } from '../paths.ts'
import { quoteCmdPath, quoteSh } from '../quoting.ts'
import type { ByHand } from './by-hand.ts'

type Copy = StepOf<'copy-configuration'>

/** Where each file comes from and goes to; included files outside the configuration's folder are not among them. */
export function copiedFiles(step: Copy): { readonly from: string; readonly to: string }[] {
  const folder = parentOf(step.configFile)
  const own = [
    { from: step.configFile, to: joinPath(step.dir, 'postgresql.conf') },
    { from: step.hbaFile, to: joinPath(step.dir, 'pg_hba.conf') },
    { from: step.identFile, to: joinPath(step.dir, 'pg_ident.conf') },
  ]
  const included = step.included
    .filter((path) => path.startsWith(joinPath(folder, '')))
    .map((from) => ({ from, to: joinPath(step.dir, from.slice(folder.length + 1)) }))
  return [...own, ...included]
}

export function copyConfigurationByHand(step: Copy): ByHand {
  const files = copiedFiles(step)
  const folders = [...new Set(files.map(({ to }) => parentOf(to)))].filter((folder) => nameOf(folder) !== '')
  return {
    cmd: [
      ...folders.map((path) => `if not exist ${quoteCmdPath(path)} mkdir ${quoteCmdPath(path)}`),
      ...files.map(({ from, to }) => `copy /y ${quoteCmdPath(from)} ${quoteCmdPath(to)}`),
    ].join('\n'),
    sh: [
      ...folders.map((path) => `mkdir -p ${quoteSh(path)}`),
      ...files.map(({ from, to }) => `cp ${quoteSh(from)} ${quoteSh(to)}`),
    ].join('\n'),
  }
}
