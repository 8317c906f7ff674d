import type { Page } from '@playwright/test'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { settle } from './helpers/screens.ts'
import { expect, test } from './helpers/test.ts'

const hostile = `<img src=x onerror="alert('broken in')"><script>alert('broken in')</script>`

/** It stands there letter for letter, and none of it is an element. Dialogs and the security policy are watched anyhow. */
async function expectText(page: Page, text = hostile): Promise<void> {
  await expect(page.getByText(text).first()).toBeVisible()
  await expect(page.locator('img[src="x"], main b')).toHaveCount(0)
}

/** In place of what the editor holds, by keyboard. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'SQL for app' }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text)
}

test('a script in the name of an instance is refused, and shown as text', async ({ sharedPair, page }) => {
  await openAt(page, sharedPair, '/do/create')
  await field(page, 'Name').fill(hostile)
  await expect(page.getByRole('button', { name: 'Create', exact: true })).toBeDisabled()
  await openAt(page, sharedPair, `/instance/${encodeURIComponent('<b>shop')}`)
  await expectText(page, '<b>shop')
})

test('a script in a line of the log is shown as text', async ({ sharedPair, page }) => {
  await openAt(page, sharedPair, '/instance/app/log')
  await sharedPair.ask('app', `do $$ begin raise warning '%', $x$${hostile}$x$; end $$`)
  await expectText(page)
})

test('a script in the result of a statement, its column and its error is shown as text', async ({
  sharedPair,
  page,
}) => {
  await openAt(page, sharedPair, '/instance/app/console')
  await settle(page)
  const run = page.getByRole('button', { name: 'Run', exact: true })
  await write(page, `select $x$${hostile}$x$ as "${hostile.slice(0, 40).replaceAll('"', '""')}"`)
  await run.click()
  await expect(page.getByRole('cell', { name: hostile })).toBeVisible()
  await expectText(page)
  await write(page, `do $$ begin raise exception '%', $x$${hostile}$x$; end $$`)
  await run.click()
  await expect(page.getByRole('cell', { name: hostile })).toBeHidden()
  // Not the statement in the editor, which holds it among other text.
  await expect(page.getByText(hostile, { exact: true })).toBeVisible()
  await expectText(page)
})

test('a script in the application_name of a connection is shown as text', async ({ sharedPair, page }) => {
  await openAt(page, sharedPair, '/instance/app/processes')
  const hanging = sharedPair.ask('app', `set application_name = '<b>bold</b>'; select pg_sleep(2)`)
  await settle(page)
  await hanging
  await expect(page.locator('main b')).toHaveCount(0)
})
