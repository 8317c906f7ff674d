import type { World } from '../../e2e/helpers/world.ts'
import { watchScripts } from '../../e2e/helpers/loaded-scripts.ts'
import { inMs, summarize } from '../statistics.ts'
import { openBrowser, pageOptions } from './browser.ts'

const rounds = 7

interface Moments {
  /** Milliseconds since the address was asked for. */
  readonly snapshot: number
  readonly button: number
}

interface Load extends Moments {
  readonly scriptBytes: number
}

/** Opens the page of a home with a pair, each time in a new browser; tells when it is there, and how large its scripts are. */
export async function benchFirstLoad(world: World, say: (line: string) => void): Promise<void> {
  const loads: Load[] = []
  for (let round = 0; round < rounds; round += 1) loads.push(await loadOnce(world.host().url))
  const of = (pick: (load: Load) => number): ReturnType<typeof summarize> => summarize(loads.map(pick))
  say(`page from cold, ${rounds} new browsers: first snapshot painted ${inMs(of((load) => load.snapshot))}`)
  say(`  first button enabled ${inMs(of((load) => load.button))} (both under 1000 ms)`)
  say(`  scripts, gzipped: ${(of((load) => load.scriptBytes).max / 1000).toFixed(0)} KB (under 450 KB)`)
}

async function loadOnce(url: string): Promise<Load> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage(pageOptions)
    const readScripts = watchScripts(page)
    await page.addInitScript(noteMoments)
    await page.goto(url)
    const moments = await page.evaluate(
      () => (window as unknown as { readonly moments: Promise<Moments> }).moments,
    )
    await page.waitForLoadState('networkidle')
    const scripts = await readScripts()
    return { ...moments, scriptBytes: scripts.reduce((total, { gzipBytes }) => total + gzipBytes, 0) }
  } finally {
    await browser.close()
  }
}

/** Runs in the page before its own scripts: when an instance and a button stand in the picture that is on the screen. */
function noteMoments(): void {
  const wanted = {
    snapshot: 'main a[href^="/instance/"]',
    button: 'main button:not([disabled], [aria-disabled="true"])',
  }
  const moments: Partial<Record<keyof typeof wanted, number>> = {}
  const found = new Set<string>()
  const all = new Promise((resolve) => {
    // A frame's callbacks run before it is drawn; the task after them runs behind the drawing.
    const noteAfterPaint = (name: keyof typeof wanted): void => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => {
          moments[name] = performance.now()
          if (moments.snapshot !== undefined && moments.button !== undefined) resolve(moments)
        })
        port1.start()
        port2.postMessage(null)
      })
    }
    const look = (): void => {
      for (const name of ['snapshot', 'button'] as const) {
        if (found.has(name) || document.querySelector(wanted[name]) === null) continue
        found.add(name)
        noteAfterPaint(name)
      }
      if (found.size === 2) observer.disconnect()
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { childList: true, subtree: true, attributes: true })
  })
  Object.assign(window, { moments: all })
}
