import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSession } from '../../electron/postgres/connection/connect.ts'
import { statusQuery } from '../../electron/postgres/facts/status/status-query.ts'
import { type BenchContext, settle, stopAt } from './context.ts'
import { inMs, summarize } from './statistics.ts'

const instances = 10
const polls = 1000
const ticksPerSecond = 100

/** The whole `status` command with ten running instances, and what one poll costs its backend. */
export async function benchStatus(context: BenchContext): Promise<void> {
  const { folder, bundledBinDir, say } = context
  const home = join(folder, 'status')
  const names = Array.from({ length: instances }, (_, index) => `n${index}`)
  settle(home)
  try {
    await context.pgtandem(home, 'create', 'n0', '--port', '21620', '--pg', '18')
    for (const [index, name] of names.slice(1).entries()) {
      await context.pgtandem(home, 'clone', 'n0', name, '--port', String(21_621 + index))
    }
    const times: number[] = []
    for (let round = 0; round < 15; round += 1) times.push((await context.pgtandem(home, 'status')).wallMs)
    say(`status of ${instances} running instances, whole command: ${inMs(summarize(times))} (under 500 ms)`)
    say(`one poll: ${(await pollCpuMs(home)).toFixed(3)} ms of backend CPU, mean of ${polls} (under 1 ms)`)
  } finally {
    for (const name of names.toReversed()) stopAt(bundledBinDir, join(home, 'instances', name, 'data'))
    settle(home)
  }
}

async function pollCpuMs(home: string): Promise<number> {
  const passfile = join(home, 'credentials', 'n0.pgpass')
  const session = await openSession({
    name: 'n0',
    host: '127.0.0.1',
    port: 21_620,
    user: 'postgres',
    passfile,
  })
  try {
    const sql = statusQuery(18)
    const before = backendTicks(session.processId)
    for (let poll = 0; poll < polls; poll += 1) await session.prepared('pgtandem-status', sql)
    return ((backendTicks(session.processId) - before) * 1000) / ticksPerSecond / polls
  } finally {
    await session.close()
  }
}

/** utime + stime of a process. */
function backendTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}
