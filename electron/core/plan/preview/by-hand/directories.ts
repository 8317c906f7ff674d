import type { StepOf } from '../../steps/step.ts'
import { quoteCmdPath, quoteSh } from '../quoting.ts'
import type { ByHand } from './by-hand.ts'

export function createDirectoryByHand(step: StepOf<'create-directory'>): ByHand {
  const inSh = quoteSh(step.path)
  const inCmd = quoteCmdPath(step.path)
  return { cmd: `if not exist ${inCmd} mkdir ${inCmd}`, sh: `mkdir -p ${inSh}\nchmod 700 ${inSh}` }
}

/** Renaming, for steps that give a directory another name. */
export function renameByHand(from: string, to: string): ByHand {
  return { cmd: `move ${quoteCmdPath(from)} ${quoteCmdPath(to)}`, sh: `mv ${quoteSh(from)} ${quoteSh(to)}` }
}
