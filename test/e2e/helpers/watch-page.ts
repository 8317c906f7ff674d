import type { Page } from '@playwright/test'

/** What a page must not do: fail, complain, break its security policy, or ask something by a dialog of the browser. */
export interface WatchedPage {
  /** Since the page was opened, or since this was last asked. */
  readonly takeTroubles: () => readonly string[]
}

/** Of Fluent's slider, whose style names an old keyword for another browser. */
const harmless = /The keyword 'slider-vertical'/

/** Listens to a page from its first line on. What matches one of `expected` is no trouble. */
export async function watchPage(page: Page, expected: readonly RegExp[] = []): Promise<WatchedPage> {
  let troubles: string[] = []
  const note = (kind: string, text: string): void => {
    if (![harmless, ...expected].some((pattern) => pattern.test(text))) troubles.push(`${kind}: ${text}`)
  }
  page.on('pageerror', (error) => note('error', error.stack ?? error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note('console', message.text())
  })
  page.on('dialog', (dialog) => {
    note('dialog', dialog.message())
    void dialog.dismiss()
  })
  await page.exposeFunction('noteTrouble', note)
  await page.addInitScript(observe)
  return {
    takeTroubles: () => {
      const taken = troubles
      troubles = []
      return taken
    },
  }
}

/** Runs in the page: tells of a broken security policy, and of a sentence whose blanks were not filled in. */
function observe(): void {
  const { noteTrouble } = window as unknown as { noteTrouble: (kind: string, text: string) => void }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    noteTrouble('security policy', `${violatedDirective} ${blockedURI} ${sample}`),
  )
  const look = (): void => {
    const blank = /.*(\{\{\w+\}\}|window\.[a-z]+\.).*/.exec(document.body?.innerText ?? '')
    if (blank === null) return
    noteTrouble('sentence', blank[0])
    observer.disconnect()
  }
  const observer = new MutationObserver(look)
  observer.observe(document, { childList: true, subtree: true, characterData: true })
}
