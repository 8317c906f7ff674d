import { diagnosis, type Rule } from '../finding.ts'

/** Its data directory is gone or moved. */
export const dataDirectoryMissing: Rule = ({ status: { name, state, dataDir } }) =>
  state === 'missing' ? [diagnosis('data-directory-missing', 'error', { name, dataDir })] : []
