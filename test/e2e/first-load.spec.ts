import { watchScripts } from './helpers/loaded-scripts.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

const MOST_BYTES = 450_000

test('the first page loads few scripts; charts and editors come with the pages that need them', async ({
  sharedPair,
  page,
}) => {
  const readScripts = watchScripts(page)
  const holds = async (pattern: RegExp): Promise<boolean> =>
    (await readScripts()).some(({ text }) => pattern.test(text))
  const chart = /\bu-over\b/
  const editor = /\bcm-content\b/

  await openAt(page, sharedPair, '/')
  await expect(page.getByRole('button', { name: 'Stop: app-standby' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const first = await readScripts()
  expect(first).not.toEqual([])
  expect(first.reduce((total, { gzipBytes }) => total + gzipBytes, 0)).toBeLessThan(MOST_BYTES)
  expect(await holds(chart)).toBe(false)
  expect(await holds(editor)).toBe(false)

  await openAt(page, sharedPair, '/replication/app')
  await expect(page.locator('.u-over').first()).toBeVisible()
  expect(await holds(chart)).toBe(true)

  await openAt(page, sharedPair, '/instance/app/console')
  await expect(page.locator('.cm-content').first()).toBeVisible()
  expect(await holds(editor)).toBe(true)
})
