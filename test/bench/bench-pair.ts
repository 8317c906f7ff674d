import { join } from 'node:path'
import { type BenchContext, settle, stopAt } from './context.ts'
import { measure } from './shell.ts'
import { inMs, summarize } from './statistics.ts'

const rounds = 9
const ports = { ours: ['21601', '21602'], hand: ['21603', '21604'], cli: ['21605', '21606'] } as const

/** From nothing to a primary and a standby that stream: ours in one process, by hand, and as two commands. */
export async function benchPair(context: BenchContext): Promise<void> {
  const { folder, bundledBinDir, fullBinDir, say } = context
  if (fullBinDir === null)
    return say('pair: skipped, the script by hand needs psql (PostgreSQL 15 of Debian)')
  const home = join(folder, 'pair')
  const hand = join(folder, 'hand')
  const times = { ours: [] as number[], own: [] as number[], hand: [] as number[], cli: [] as number[] }
  const stopOurs = (names: readonly string[]): void => {
    for (const name of names) stopAt(bundledBinDir, join(home, 'instances', name, 'data'))
    settle(home)
  }
  const ours = async (): Promise<void> => {
    const { stdout } = await measure(process.execPath, [
      context.pairProgram,
      home,
      ...ports.ours,
      join(context.cli, '..'),
    ])
    const { wallMs, ownMs } = JSON.parse(stdout) as { wallMs: number; ownMs: number }
    times.ours.push(wallMs)
    times.own.push(ownMs)
    stopOurs(['bench-standby', 'bench'])
  }
  const byHand = async (): Promise<void> => {
    const { wallMs } = await measure('sh', [
      context.byHand,
      bundledBinDir,
      join(fullBinDir, 'psql'),
      hand,
      ...ports.hand,
    ])
    times.hand.push(wallMs)
    for (const name of ['standby', 'primary']) stopAt(bundledBinDir, join(hand, name))
    settle(hand)
  }
  const twoCommands = async (): Promise<void> => {
    const first = await context.pgtandem(home, 'create', 'a', '--port', ports.cli[0], '--pg', '18')
    const second = await context.pgtandem(home, 'clone', 'a', 'b', '--port', ports.cli[1])
    times.cli.push(first.wallMs + second.wallMs)
    stopOurs(['b', 'a'])
  }
  settle(home, hand)
  for (let round = 0; round < rounds; round += 1) {
    const order = [ours, byHand, twoCommands]
    for (const run of round % 2 === 0 ? order : order.toReversed()) await run()
  }
  const [one, script, commands, own] = [times.ours, times.hand, times.cli, times.own].map(summarize)
  if (!one || !script || !commands || !own) return
  say(
    `pair, ${rounds} alternating rounds: in one process ${inMs(one)}; by hand ${inMs(script)}; two commands ${inMs(commands)}`,
  )
  say(`  our own time ${inMs(own)} (at most 250 ms)`)
  say(`  in one process / by hand = ${(one.median / script.median).toFixed(2)} (at most 1.15)`)
  say(`  two commands / by hand = ${(commands.median / script.median).toFixed(2)} (at most 1.5)`)
}
