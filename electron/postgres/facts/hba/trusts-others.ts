import type { Major } from '../../../../shared/model/instance-target.ts'
import { printHbaRule, type HbaRuleText } from './add-rule.ts'
import { isLoopback, type HbaAddress } from './address.ts'
import { parseHba } from './hba-file.ts'
import type { HbaRule } from './rule.ts'

/** True for a rule that lets other machines in without any password. */
export function trustsOthers(rule: HbaRuleText, major?: Major): boolean {
  const [line] = parseHba(printHbaRule(rule), major).lines
  return line?.kind === 'rule' && isOpenToOthers(line.rule)
}

/** As `trustsOthers`, of a rule that was parsed. */
export const isOpenToOthers = ({ method, address }: HbaRule): boolean =>
  method === 'trust' && address !== null && !isThisMachine(address)

function isThisMachine(address: HbaAddress): boolean {
  if (address.kind === 'network') return isLoopback(address.network)
  return address.kind === 'samehost' || (address.kind === 'hostname' && address.name === 'localhost')
}
