export {
  addHbaRule,
  type AddedHbaRule,
  type HbaRuleText,
  type HbaUndo,
  printHbaRule,
  undoHba,
} from './hba/add-rule.ts'
export { checkHba, type HbaExpectations, type HbaProblem } from './hba/check.ts'
export { expandHba, type HbaFiles } from './hba/expand.ts'
export { type HbaFile, type HbaLine, parseHba, printHba } from './hba/hba-file.ts'
export { openedDoors } from './hba/opened-doors.ts'
export { type HbaConnection, type HbaMatch, matchHba } from './hba/match.ts'
export { type HbaRule, type HbaType, hbaTypes } from './hba/rule.ts'
export { trustsOthers } from './hba/trusts-others.ts'
export { quoteHbaName } from './hba/tokens.ts'
