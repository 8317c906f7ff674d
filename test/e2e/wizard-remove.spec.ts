import { access } from 'node:fs/promises'
import path from 'node:path'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

test('a primary with a standby is not removed; the standby is, with its data, once its name is typed', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  await openAt(page, world, '/do/remove/shop')
  await expect(page.getByText('shop still feeds these standbys: shop-standby.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove', exact: true })).toBeDisabled()

  await openAt(page, world, '/do/remove/shop-standby')
  await page.getByRole('radio', { name: /^Delete the data directory/ }).check()
  const remove = page.getByRole('button', { name: 'Remove and delete its data' })
  const typed = page.getByLabel('Type shop-standby to agree')
  await expect(remove).toBeDisabled()
  await typed.fill('shop')
  await expect(remove).toBeDisabled()
  await typed.fill('shop-standby')
  await remove.click()
  await expect(page.getByText('shop-standby is removed.')).toBeVisible({ timeout: 30_000 })
  await expect(access(path.join(world.home, 'instances/shop-standby/data'))).rejects.toThrow('ENOENT')
  expect(await world.ask('shop', 'select count(*) from pg_replication_slots')).toBe('0')
})

test('the page asks what to do with the data as soon as the instance is known, and while it is', async ({
  world,
  page,
}) => {
  await openAt(page, world, '/do/remove/late')
  await expect(page.getByText('There is no instance named late.')).toBeVisible()
  await world.run('create', 'late', '--port', String(await world.freePort()))
  await page.getByRole('radio', { name: /^Delete the data directory/ }).check()
  await page.getByLabel('Type late to agree').fill('late')
  await page.getByRole('button', { name: 'Remove and delete its data' }).click()
  await expect(page.getByText('late is removed.')).toBeVisible({ timeout: 30_000 })
})
