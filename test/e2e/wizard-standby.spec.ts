import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

test('a synchronous standby is made of a primary, then one of that standby', async ({ world, page }) => {
  await world.run('create', 'shop', '--port', String(await world.freePort()))
  await openAt(page, world, '/do/standby/shop')
  await expect(field(page, 'Name')).toHaveValue('shop-standby')
  await field(page, 'Port').fill(String(await world.freePort()))
  await page.getByRole('button', { name: 'Advanced options' }).click()
  await page.getByRole('checkbox', { name: 'Synchronous' }).check()
  await page.getByRole('button', { name: 'Create the standby' }).click()
  await expect(page.getByText('shop-standby streams from shop.')).toBeVisible({ timeout: 40_000 })
  expect(await world.ask('shop', 'select sync_state from pg_stat_replication')).toBe('sync')

  await openAt(page, world, '/do/standby/shop-standby')
  await field(page, 'Name').fill('cascade')
  await field(page, 'Port').fill(String(await world.freePort()))
  await page.getByRole('button', { name: 'Create the standby' }).click()
  await expect(page.getByText('cascade streams from shop-standby.')).toBeVisible({ timeout: 40_000 })
})

test('without a source it says where to begin; a name whose slot is taken is refused at its field', async ({
  world,
  page,
}) => {
  await openAt(page, world, '/do/standby')
  await expect(page.getByText('There is no running instance that could be copied.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create the standby' })).toBeDisabled()
  await world.pair('shop')
  await openAt(page, world, '/do/standby/shop')
  const name = field(page, 'Name')
  await name.fill('shop_standby')
  await expect(name).toHaveAccessibleDescription(/would use the replication slot/)
  await expect(page.getByRole('button', { name: 'Create the standby' })).toBeDisabled()
  await page.getByRole('button', { name: 'Advanced options' }).click()
  await name.fill('another')
  const delay = field(page, 'Delay')
  await delay.fill('soon')
  await expect(delay).toHaveAttribute('aria-invalid', 'true')
})
