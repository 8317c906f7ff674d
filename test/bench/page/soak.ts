import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { BenchContext } from '../context.ts'
import { hasBrowser } from './browser.ts'
import { residentBytes } from './cpu.ts'
import { openNodeHeap } from './node-heap.ts'
import { openTenInstances } from './ten-instances.ts'

/** Host and page remember an hour of samples: memory grows until they have them. */
const warmMinutes = 62
const minutes = warmMinutes + 30

/** The memory of host and page over half an hour of ten instances with live charts. */
export async function benchSoak({ say }: BenchContext): Promise<void> {
  if (!hasBrowser()) return say('soak: skipped, there is no Chromium')
  const { world, page, close } = await openTenInstances()
  const { pid } = world.host()
  const heap = await openNodeHeap(pid)
  try {
    const samples: { resident: number; host: number; page: number }[] = []
    for (let minute = 0; minute <= minutes; minute += 1) {
      samples.push({ host: await heap.usedBytes(), page: await heapOf(page), resident: residentBytes(pid) })
      if (minute < minutes) await sleep(60_000)
    }
    const warm = samples.slice(warmMinutes)
    const tell = (name: string, values: readonly number[]): void =>
      say(
        `  ${name}: ${inMb(values.at(0) ?? Number.NaN)} to ${inMb(values.at(-1) ?? Number.NaN)}, slope ${inMb(slopeOf(values) * 60)} an hour`,
      )
    say(`memory from minute ${warmMinutes} (an hour of samples is kept, 36 000 points) to minute ${minutes}:`)
    tell(
      'host, heap after a collection',
      warm.map((sample) => sample.host),
    )
    tell(
      'host, resident',
      warm.map((sample) => sample.resident),
    )
    tell(
      'page, heap after a collection',
      warm.map((sample) => sample.page),
    )
  } finally {
    heap.close()
    await close()
  }
}

async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await cdp.detach()
  return usedSize
}

const inMb = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

/** By least squares, per sample. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((total, value) => total + value, 0) / values.length
  const both = values.reduce((total, value, index) => total + (index - middle) * (value - mean), 0)
  const own = values.reduce((total, _value, index) => total + (index - middle) ** 2, 0)
  return both / own
}
