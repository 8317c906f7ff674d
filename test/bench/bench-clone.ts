import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type BenchContext, settle, stopAt } from './context.ts'
import { measure } from './shell.ts'
import { inMs, summarize } from './statistics.ts'

const rounds = 3
const gigabytes = 3

/** `cp -a` of what a base backup copies: everything but WAL, then on the disk. */
const sameFiles =
  'mkdir "$2" && for f in "$1"/*; do case $f in */pg_wal) ;; *) cp -a "$f" "$2"/ ;; esac; done && sync -f "$2"'

/** A clone of a 3 GB primary against `cp -a && sync` of the same files, and against pg_basebackup. Warm cache. */
export async function benchClone(context: BenchContext): Promise<void> {
  const { folder, fullBinDir, say } = context
  if (fullBinDir === null)
    return say('clone: skipped, it is compared with pg_basebackup (PostgreSQL 15 of Debian)')
  const home = join(folder, 'clone')
  const dataOf = (name: string): string => join(home, 'instances', name, 'data')
  const [copy, backup] = [join(folder, 'cp'), join(folder, 'basebackup')]
  const times = { ours: [] as number[], cp: [] as number[], basebackup: [] as number[] }
  let peakBytes = 0
  try {
    await context.pgtandem(
      home,
      'create',
      'a',
      '--port',
      '21611',
      '--pg',
      fullBinDir,
      '--set',
      'max_wal_size=4GB',
    )
    const rows = gigabytes * 131_072
    await context.pgtandem(
      home,
      'sql',
      'a',
      '-c',
      `create table filler (i int, text text);
       alter table filler alter text set storage external;
       insert into filler select i, repeat(md5(i::text), 240) from generate_series(1, ${rows}) i;
       checkpoint`,
    )
    const ours = async (): Promise<void> => {
      const ran = await context.pgtandem(home, 'clone', 'a', 'b', '--port', '21612')
      times.ours.push(ran.wallMs)
      peakBytes = Math.max(peakBytes, ran.peakBytes ?? 0)
      await context.pgtandem(home, 'remove', 'b', '--delete-data')
      settle()
    }
    const byCp = async (): Promise<void> => {
      const { wallMs } = await measure('sh', ['-c', sameFiles, 'sh', dataOf('a'), copy])
      times.cp.push(wallMs)
      settle(copy)
    }
    const byBasebackup = async (): Promise<void> => {
      const { stdout } = await context.pgtandem(home, 'url', 'a')
      const args = [
        '-D',
        backup,
        '-d',
        (JSON.parse(stdout) as { url: string }).url,
        '-c',
        'fast',
        '-X',
        'stream',
        '--no-password',
      ]
      const env = { ...process.env, PGPASSFILE: join(home, 'credentials', 'a.pgpass') }
      const { wallMs } = await measure(join(fullBinDir, 'pg_basebackup'), args, { env })
      times.basebackup.push(wallMs)
      settle(backup)
    }
    await measure('sh', ['-c', `cat "$1"/base/*/* > /dev/null`, 'sh', dataOf('a')])
    for (let round = 0; round < rounds; round += 1) {
      const order = [ours, byCp, byBasebackup]
      for (const run of round % 2 === 0 ? order : order.toReversed()) await run()
    }
  } finally {
    for (const name of ['b', 'a']) if (existsSync(dataOf(name))) stopAt(fullBinDir, dataOf(name))
    settle(home, copy, backup)
  }
  const [clone, cp, basebackup] = [times.ours, times.cp, times.basebackup].map(summarize)
  if (!clone || !cp || !basebackup) return
  say(
    `clone of ${gigabytes} GB, warm cache, ${rounds} alternating rounds: ours ${inMs(clone)}; cp -a && sync ${inMs(cp)}; pg_basebackup ${inMs(basebackup)}`,
  )
  say(
    `  ours / cp = ${(clone.median / cp.median).toFixed(2)} (at most 1.1); ours / pg_basebackup = ${(clone.median / basebackup.median).toFixed(2)} (at most 1)`,
  )
  say(`  peak memory of the whole command ${(peakBytes / 1_048_576).toFixed(0)} MB (under 200 MB)`)
}
