import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { field } from './helpers/field.ts'
import { holdBackups } from './helpers/hold.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'
import type { World } from './helpers/world.ts'

/** Begins a clone of `shop` that waits in its base backup; what it returns lets the server go on. */
async function beginClone(page: Page, world: World): Promise<() => void> {
  await world.run('create', 'shop', '--port', String(await world.freePort()))
  const goOn = await holdBackups(world, 'shop')
  await openAt(page, world, '/do/standby/shop')
  await field(page, 'Port').fill(String(await world.freePort()))
  await page.getByRole('button', { name: 'Create the standby' }).click()
  const backup = page.getByRole('listitem').filter({ hasText: 'Take a base backup of shop' })
  await expect(backup.getByRole('progressbar', { name: 'running' })).toBeVisible({ timeout: 20_000 })
  return goOn
}

/** What is left of the standby on disk. */
const leftovers = (world: World): Promise<readonly string[] | 'nothing'> =>
  readdir(path.join(world.home, 'instances/shop-standby'), { recursive: true }).catch(() => 'nothing')

test('a clone that is cancelled takes back what it did, and can be begun again', async ({ world, page }) => {
  const goOn = await beginClone(page, world)
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  goOn()
  await expect(page.getByText('Everything is as it was before.', { exact: true })).toBeVisible({
    timeout: 20_000,
  })
  expect(await leftovers(world)).toBe('nothing')
  expect(await world.ask('shop', 'select count(*) from pg_replication_slots')).toBe('0')
  await page.getByRole('button', { name: 'Back' }).click()
  await page.getByRole('button', { name: 'Create the standby' }).click()
  await expect(page.getByText('shop-standby streams from shop.')).toBeVisible({ timeout: 30_000 })
})

test('other pages leave alone what a job has in hand, until it has ended', async ({
  world,
  page,
  anotherPage,
}) => {
  const goOn = await beginClone(page, world)
  const [home, removal] = [await anotherPage(), await anotherPage()]
  await openAt(home, world, '/')
  await openAt(removal, world, '/do/remove/shop')
  const stop = home.getByRole('button', { name: 'Stop: shop', exact: true })
  await expect(stop).toBeDisabled()
  await expect(removal.getByText('is working on shop right now')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  goOn()
  await expect(page.getByText('Everything is as it was before.', { exact: true })).toBeVisible({
    timeout: 20_000,
  })
  await expect(stop).toBeEnabled()
  await expect(removal.getByRole('button', { name: 'Remove', exact: true })).toBeEnabled()
})

test.describe('when the program is killed in the middle', () => {
  test.use({ expectedTroubles: [/WebSocket connection to/] })

  test('the job is found again, and finished', async ({ world, page }) => {
    const goOn = await beginClone(page, world)
    await world.host().stop('SIGKILL')
    await expect(page.getByText('The connection to PgTandem is lost.')).toBeVisible()
    goOn()
    await world.serveAgain()
    await expect(page.getByText('A job was left unfinished.')).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByRole('link', { name: 'Create a standby' }).click()
    const finish = page.getByRole('button', { name: 'Finish it', exact: true })
    await finish.click()
    await expect
      .poll(() => world.ask('shop', 'select state from pg_stat_replication'), { timeout: 30_000 })
      .toBe('streaming')
    await expect(finish).toBeHidden()
  })

  test('the job is found again, and taken back', async ({ world, page }) => {
    const goOn = await beginClone(page, world)
    await world.host().stop('SIGKILL')
    goOn()
    await world.serveAgain()
    await openAt(page, world, '/jobs')
    await page.getByRole('link', { name: 'Create a standby' }).click()
    await page.getByRole('button', { name: 'Take it back', exact: true }).click()
    await expect(page.getByText('Everything is as it was before.', { exact: true })).toBeVisible({
      timeout: 20_000,
    })
    expect(await leftovers(world)).toBe('nothing')
    expect(await world.ask('shop', 'select count(*) from pg_replication_slots')).toBe('0')
  })
})
