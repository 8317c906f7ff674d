/** What postmaster.pid says. That the process lives, and is a postgres, is for others to find out. */
export interface PidFile {
  readonly pid: number
  /** A `postgres --single`, which writes its pid as a negative number and answers nobody. */
  readonly singleUser: boolean
  readonly dataDir: string
  readonly startedAt: Date
  readonly port: number
  /** Null where the server has no Unix-domain socket (Windows), or has not made it yet. */
  readonly socketDir: string | null
  /** The first of listen_addresses, `*` for all; null before it listens, or when it does not. */
  readonly listenAddress: string | null
  /** Null up to 9.6, which do not write it, and in the first moments of a start. */
  readonly status: 'starting' | 'stopping' | 'ready' | 'standby' | null
}

/** `empty`: left by a crash or a full disk at the moment of starting; the server itself refuses to start over it. */
export interface PidFileProblem {
  readonly problem: 'empty' | 'damaged'
}

const statuses = ['starting', 'stopping', 'ready', 'standby'] as const

/** What postmaster.pid says (9.3 to 19); lines as in src/include/utils/pidfile.h. */
export function parsePidFile(text: string): PidFile | PidFileProblem {
  if (text.trim() === '') return { problem: 'empty' }
  const lines = text.split(/\r?\n/)
  const [pid, startedAt, port] = [lines[0], lines[2], lines[3]].map(wholeNumber)
  const dataDir = lines[1] ?? ''
  if (pid === undefined || startedAt === undefined || port === undefined) return { problem: 'damaged' }
  if (pid === 0 || startedAt <= 0 || dataDir === '') return { problem: 'damaged' }
  const status = lines[7]?.trim()
  return {
    pid: Math.abs(pid),
    singleUser: pid < 0,
    dataDir,
    startedAt: new Date(startedAt * 1000),
    port,
    socketDir: lines[4]?.trim() || null,
    listenAddress: lines[5]?.trim() || null,
    status: statuses.find((known) => known === status) ?? null,
  }
}

function wholeNumber(line: string | undefined): number | undefined {
  return line !== undefined && /^-?\d{1,15}$/.test(line.trim()) ? Number(line) : undefined
}
