import type { BenchContext } from '../context.ts'
import { hasBrowser } from './browser.ts'
import { benchChanges } from './changes.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchLiveCharts } from './live-charts.ts'
import { benchManyInstances } from './many-instances.ts'
import { openBenchWorld } from './open-bench-world.ts'

/** The page in a real Chromium: how soon it is there, how fresh it is, what it costs, and whether it stays fluent. */
export async function benchPage(context: BenchContext): Promise<void> {
  const { say, bundledBinDir } = context
  if (!hasBrowser()) return say('page: skipped, there is no Chromium')
  const world = await openBenchWorld()
  try {
    await world.pair('app')
    await benchFirstLoad(world, say)
    await benchChanges({ world, bundledBinDir, say })
  } finally {
    await world.close()
  }
  await benchLiveCharts(say)
  await benchManyInstances(context)
}
