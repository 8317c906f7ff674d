import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface WithAxe {
  readonly axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> }
}

/** What axe finds wrong with a page, by all its rules but those in `without`: rule, element and why. */
export async function findViolations(
  page: Page,
  without: readonly string[] = [],
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = await page.evaluate(
    (rules) =>
      // Tabster's invisible stops keep the focus inside a dialog; they are never seen or read out.
      (window as unknown as WithAxe).axe.run(
        { exclude: [['[data-tabster-dummy]']] },
        { resultTypes: ['violations'], rules },
      ),
    Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}
