import { diagnosis, type Rule } from '../finding.ts'

const GIGABYTE = 1024 ** 3
const MEGABYTE = 1024 ** 2

/** Less than 1 GB free where the data directory lies: a server that cannot write WAL stops. */
export const diskNearlyFull: Rule = ({ status: { name, dataDir }, files: { freeBytes } }) =>
  freeBytes !== null && freeBytes < GIGABYTE
    ? [
        diagnosis('disk-nearly-full', 'warning', {
          name,
          dataDir,
          megabytes: Math.floor(freeBytes / MEGABYTE),
        }),
      ]
    : []
