import { measureCpu, processesOf } from './cpu.ts'
import { openTenInstances } from './ten-instances.ts'

const OVER_MS = 60_000

/** What ten instances with live charts cost over a minute: the program that polls them, and the page. */
export async function benchLiveCharts(say: (line: string) => void): Promise<void> {
  const { world, browser, close } = await openTenInstances()
  try {
    const { pages, others } = await processesOf(browser)
    const [host, page, rest] = await Promise.all([
      measureCpu([world.host().pid], OVER_MS),
      measureCpu(pages, OVER_MS),
      measureCpu(others, OVER_MS),
    ])
    say(`10 instances with live charts, ${OVER_MS / 1000} s, of one core: host ${percent(host)} (under 5 %)`)
    say(`  page ${percent(page)} (under 10 %), the rest of Chromium ${percent(rest)}`)
  } finally {
    await close()
  }
}

const percent = (value: number): string => `${value.toFixed(1)} %`
