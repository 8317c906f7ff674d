import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { append, editorOf, goToEnd, undoTyping } from './helpers/edit-file.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'
import type { World } from './helpers/world.ts'

interface OpenFile {
  readonly file: string
  readonly read: () => Promise<string>
  readonly lines: () => Promise<number>
}

/** Opens a configuration file of `shop` in the editor, from the page of the instance. */
async function openFile(page: Page, world: World, name: string): Promise<OpenFile> {
  const file = path.join(world.home, 'instances/shop/data', name)
  const read = (): Promise<string> => readFile(file, 'utf8')
  await openAt(page, world, '/instance/shop')
  await page.getByRole('tab', { name: 'Configuration' }).click()
  await page.getByRole('tab', { name, exact: true }).click()
  await expect(editorOf(page, file)).toBeVisible()
  return { file, read, lines: async () => (await read()).split('\n').length }
}

/** Opens what becomes of an edit, with its steps; the button runs them. */
async function beginToSave(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Check and save …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Show the steps and commands' }).click()
  return dialog
}

const checkAndSave = (dialog: Locator): Promise<void> =>
  dialog.getByRole('button', { name: 'Check and save', exact: true }).click()

const close = (dialog: Locator): Promise<void> => dialog.getByRole('button', { name: 'Close' }).click()

test.beforeEach(async ({ world }) => {
  await world.run('create', 'shop', '--port', String(await world.freePort()))
})

test('postgresql.conf: a value that the server does not take is refused at its line, a good one is in force', async ({
  world,
  page,
}) => {
  const { file, read, lines } = await openFile(page, world, 'postgresql.conf')
  const [before, last] = [await read(), await lines()]

  await append(page, file, 'work_mem = plenty\n')
  const refused = await beginToSave(page)
  await expect(refused.getByRole('region', { name: `Change to ${file}` })).toContainText('+work_mem = plenty')
  await checkAndSave(refused)
  const complaint = `The server does not accept line ${last} of ${file}: work_mem = 'plenty'`
  await expect(refused.getByText(complaint)).toBeVisible()
  await expect(refused.getByText('Everything is as it was before.', { exact: true })).toBeVisible()
  expect(await read()).toBe(before)
  expect(await world.ask('shop', 'show work_mem')).toBe('4MB')
  await close(refused)

  await undoTyping(page, file)
  await append(page, file, 'work_mem = 7MB\n')
  await expect(page.getByRole('checkbox', { name: 'Reload the configuration after saving' })).toBeChecked()
  const saved = await beginToSave(page)
  await expect(saved.getByRole('listitem').filter({ hasText: 'pg_ctl reload' })).toBeVisible()
  await checkAndSave(saved)
  await expect(saved.getByText('postgresql.conf is saved.', { exact: true })).toBeVisible()
  await close(saved)
  await expect(page.getByText('There are changes that are not saved.')).toBeHidden()
  expect(await read()).toBe(`${before}work_mem = 7MB\n`)
  await expect.poll(() => world.ask('shop', 'show work_mem')).toBe('7MB')
})

test('a setting that waits for a restart gets it, once it is agreed to', async ({ world, page }) => {
  const { file } = await openFile(page, world, 'postgresql.conf')
  const pid = await world.pidOf('shop')
  await append(page, file, 'max_connections = 77\n')
  const dialog = await beginToSave(page)
  await checkAndSave(dialog)
  await expect(dialog.getByText('Part of it takes effect when shop is restarted.')).toBeVisible()
  expect(await world.ask('shop', 'show max_connections')).not.toBe('77')
  await dialog.getByRole('button', { name: 'Restart' }).click()
  await expect.poll(() => world.pidOf('shop').catch(() => pid), { timeout: 20_000 }).not.toBe(pid)
  await expect(page.getByText('running', { exact: true }).first()).toBeVisible()
  await expect
    .poll(() => world.ask('shop', 'show max_connections').catch(String), { timeout: 20_000 })
    .toBe('77')
})

test('pg_hba.conf: a broken line is refused, and a good one lets somebody in', async ({ world, page }) => {
  const { file, read, lines } = await openFile(page, world, 'pg_hba.conf')
  const [before, last] = [await read(), await lines()]
  await append(page, file, 'host shop reader 10.0.0.999/32 scram-sha-256\n')
  const refused = await beginToSave(page)
  await checkAndSave(refused)
  await expect(refused.getByText(`The server does not accept line ${last} of ${file}: `)).toContainText(
    'specifying both host name and CIDR mask is invalid: "10.0.0.999/32"',
  )
  await close(refused)
  expect(await read()).toBe(before)

  await undoTyping(page, file)
  await append(page, file, 'host shop reader 127.0.0.7/32 scram-sha-256\n')
  const saved = await beginToSave(page)
  await checkAndSave(saved)
  await expect(saved.getByText('pg_hba.conf is saved.', { exact: true })).toBeVisible()
  await close(saved)
  await expect(
    page
      .getByRole('region', { name: 'The rules of pg_hba.conf' })
      .getByRole('row', { name: `${last} host shop reader 127.0.0.7/32 scram-sha-256` }),
  ).toBeVisible()
  expect(await read()).toBe(`${before}host shop reader 127.0.0.7/32 scram-sha-256\n`)
  expect(
    await world.ask('shop', `select auth_method from pg_hba_file_rules where user_name = '{reader}'`),
  ).toBe('scram-sha-256')
})

test.describe('what is not saved', () => {
  /** The browser's own question has no words of ours. */
  test.use({ expectedTroubles: [/^$/] })

  test('is kept on other pages, and given up only after a question', async ({ world, page }) => {
    const { file, read } = await openFile(page, world, 'postgresql.conf')
    const before = await read()
    await append(page, file, 'work_mem = 7MB\n')
    await page.getByRole('tab', { name: 'Log' }).click()
    await page.getByRole('tab', { name: 'Configuration (not saved)' }).click()
    await page.getByRole('tab', { name: 'postgresql.conf (not saved)' }).click()
    await goToEnd(page, file)
    await expect(editorOf(page, file)).toContainText('work_mem = 7MB')

    // Reloading asks, and this browser answers no.
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => window.location.reload())
    expect((await asked).type()).toBe('beforeunload')
    await expect(editorOf(page, file)).toContainText('work_mem = 7MB')

    const discard = page.getByRole('button', { name: 'Discard changes' })
    await discard.click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('What you typed here is lost.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(discard).toBeFocused()
    await expect(editorOf(page, file)).toContainText('work_mem = 7MB')
    await discard.click()
    await dialog.getByRole('button', { name: 'Discard changes' }).click()
    await goToEnd(page, file)
    await expect(editorOf(page, file)).not.toContainText('work_mem = 7MB')
    await expect(discard).toBeDisabled()
    expect(await read()).toBe(before)
  })
})
