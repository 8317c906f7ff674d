import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'
import type { World } from './helpers/world.ts'

/** How much WAL the primary keeps for a slot; null: as before. */
async function keepWal(world: World, size: string | null): Promise<void> {
  const change = size === null ? 'reset max_slot_wal_keep_size' : `set max_slot_wal_keep_size = '${size}'`
  await world.ask('shop', `alter system ${change}`)
  await world.ask('shop', 'select pg_reload_conf()')
}

/** Writes until the primary gives up on the slot of a standby that is off, as after a long holiday. */
async function outrunStandby(world: World): Promise<void> {
  await world.run('stop', 'shop-standby')
  await keepWal(world, '1MB')
  await world.ask('shop', `create table missed as select 'while it was away' as what`)
  // More than wal_keep_size at once: a checkpoint takes seconds on a busy disk.
  const segment = 'insert into missed select what from missed limit 1; select pg_switch_wal();'
  const slotState = async (): Promise<string | null> => {
    await world.ask('shop', segment.repeat(12))
    await world.ask('shop', 'checkpoint')
    return world.ask('shop', 'select wal_status from pg_replication_slots')
  }
  await expect.poll(slotState, { timeout: 75_000 }).toBe('lost')
  await keepWal(world, null)
}

/** Both sides say that they stream, and the standby has what was written while it was broken. */
async function expectStreaming(world: World): Promise<void> {
  await expect
    .poll(() => world.ask('shop', 'select state from pg_stat_replication'), { timeout: 20_000 })
    .toBe('streaming')
  await expect
    .poll(() => world.ask('shop-standby', 'select status from pg_stat_wal_receiver').catch(String), {
      timeout: 20_000,
    })
    .toBe('streaming')
  expect(await world.ask('shop', 'select wal_status from pg_replication_slots')).toBe('reserved')
}

const finding = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })

test('a standby that was off for too long is found, and made again where it is found', async ({
  world,
  page,
}) => {
  test.setTimeout(180_000)
  await world.pair('shop')
  await outrunStandby(world)
  await openAt(page, world, '/')
  await expect(finding(page, 'its standby cannot catch up any more')).toBeVisible()
  await page.getByRole('button', { name: 'Start: shop-standby' }).click()
  const broken = finding(page, 'A replication slot was invalidated')
  await expect(broken).toContainText('shop-standby', { timeout: 30_000 })
  await broken.getByRole('button', { name: 'Make the copy of shop-standby anew' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Make the copy of shop-standby anew' }).click()
  const waiting = dialog
    .getByRole('listitem')
    .filter({ hasText: 'Wait until shop-standby streams from shop' })
  await expect(waiting.getByLabel('done', { exact: true })).toBeVisible({ timeout: 40_000 })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('No instance needs anything.')).toBeVisible({ timeout: 20_000 })
  await expectStreaming(world)
  expect(await world.ask('shop-standby', 'select what from missed')).toBe('while it was away')
})

test('a standby whose control file is gone is made anew by the wizard, once its upstream runs', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  await world.ask('shop-standby', `alter system set work_mem = '7MB'`)
  await world.run('stop', 'shop-standby')
  await world.run('stop', 'shop')
  await rm(path.join(world.home, 'instances/shop-standby/data/global/pg_control'))
  await openAt(page, world, '/')
  await expect(finding(page, 'The control file of shop-standby')).toBeVisible()
  await page.getByRole('button', { name: 'Actions for shop-standby' }).click()
  await page.getByRole('menuitem', { name: 'Make its copy anew …' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Make the copy of shop-standby anew')
  const run = page.getByRole('button', { name: 'Make it anew' })
  await expect(page.getByText('shop is not running.')).toBeVisible()
  await expect(run).toBeDisabled()
  await world.run('start', 'shop')
  await run.click()
  await expect(page.getByText('shop-standby has a new copy and streams from shop.')).toBeVisible({
    timeout: 40_000,
  })
  await page.getByRole('link', { name: 'Open shop-standby' }).click()
  await expect(page).toHaveURL(/\/instance\/shop-standby$/)
  await expectStreaming(world)
  expect(await world.ask('shop-standby', 'show work_mem')).toBe('7MB')
})
