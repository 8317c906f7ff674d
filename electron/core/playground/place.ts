export { playgroundDatabase, playgroundTable } from '../../../shared/model/playground.ts'

/** How long a commit is waited for, and a row on the standby. */
export const deadlineMs = 10_000
