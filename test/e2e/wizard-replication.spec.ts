import path from 'node:path'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

test('synchronous replication is switched on and off', async ({ world, page }) => {
  await world.pair('shop')
  await openAt(page, world, '/do/synchronous/shop-standby')
  await page.getByRole('radio', { name: 'Wait for shop-standby (synchronous)' }).check()
  await page.getByRole('button', { name: 'Make it synchronous' }).click()
  await expect(page.getByText('Commits on shop now wait for shop-standby.')).toBeVisible({ timeout: 20_000 })
  expect(await world.ask('shop', 'show synchronous_standby_names')).toContain('shop-standby')

  // The standby goes: a commit hangs, the wizard says so, and switching off frees it.
  await world.run('stop', 'shop-standby')
  await openAt(page, world, '/do/synchronous/shop-standby')
  await expect(page.getByText('Commits hang')).toBeVisible()
  const hanging = world.ask('shop', 'create table t()')
  await page.getByRole('radio', { name: 'Not wait for shop-standby (asynchronous)' }).check()
  await page.getByRole('button', { name: 'Make it asynchronous' }).click()
  await expect(page.getByText('Commits on shop no longer wait for shop-standby')).toBeVisible({
    timeout: 20_000,
  })
  await hanging
})

test('a promotion is refused while the primary answers, and done for who insists', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  await openAt(page, world, '/do/promote/shop-standby')
  await expect(page.getByText('shop may still be the primary')).toBeVisible()
  const promote = page.getByRole('button', { name: 'Promote shop-standby' })
  await expect(promote).toBeDisabled()
  await page.getByRole('button', { name: 'Promote all the same' }).click()
  await expect(page.getByRole('button', { name: 'Do not insist' })).toBeFocused()
  await expect(page.getByText('Cannot be taken back', { exact: true })).toBeVisible()
  await expect(promote).toBeDisabled()
  await page.getByLabel('Type shop-standby to agree').fill('shop-standby')
  await promote.click()
  await expect(page.getByText('shop-standby is a primary now and takes writes.')).toBeVisible({
    timeout: 20_000,
  })
  await expect(page.getByText('shop still runs as a primary, too.')).toBeVisible()
  expect(await world.ask('shop-standby', 'select pg_is_in_recovery()')).toBe('f')

  await openAt(page, world, '/')
  await expect(page.getByText('Superseded by shop-standby').first()).toBeVisible()
})

test('a standby of which nothing says who its primary is asks to be insisted on', async ({ world, page }) => {
  await world.pair('shop')
  await world.ask('shop-standby', `alter system set primary_conninfo = ''`)
  await world.run('remove', 'shop-standby')
  await world.run('remove', 'shop')
  const dataDir = path.join(world.home, 'instances', 'shop-standby', 'data')
  await world.run('adopt', 'shop-standby', '--data', dataDir)
  await world.run('start', 'shop-standby')

  await openAt(page, world, '/do/promote/shop-standby')
  await expect(page.getByText('Its primary is not known')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Promote shop-standby' })).toBeDisabled()
  await page.getByRole('button', { name: 'Promote all the same' }).click()
  await expect(page.getByText('Nothing here says who the primary of shop-standby is')).toBeVisible()
  await expect(page.getByLabel('Type shop-standby to agree')).toBeVisible()
})

test('the primary is stopped from the wizard, then its standby promoted without insisting', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  await openAt(page, world, '/do/promote/shop-standby')
  await page.getByRole('button', { name: 'Stop shop first' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(dialog).toBeHidden({ timeout: 20_000 })
  await page.getByRole('button', { name: 'Promote shop-standby' }).click()
  await expect(page.getByText('shop is down, and remembered as superseded by shop-standby')).toBeVisible({
    timeout: 20_000,
  })

  await openAt(page, world, '/')
  await page.getByRole('button', { name: 'What to do with shop' }).first().click()
  await page.getByRole('button', { name: 'Make it a standby …' }).click()
  const again = page.getByRole('dialog', { name: 'Make it a standby of shop-standby' })
  await again.getByRole('checkbox', { name: 'I agree' }).check()
  await again.getByRole('button', { name: 'Make it a standby of shop-standby' }).click()
  await expect
    .poll(() => world.ask('shop-standby', 'select application_name from pg_stat_replication'), {
      timeout: 30_000,
    })
    .toBe('shop')
  await expect
    .poll(() => world.ask('shop', 'select pg_is_in_recovery()').catch(String), { timeout: 20_000 })
    .toBe('t')
})

test('a recovery.conf is pasted, converted and written as settings', async ({ world, page }) => {
  await world.pair('shop')
  await openAt(page, world, '/do/recovery/shop-standby')
  await page.getByRole('button', { name: 'Take over a recovery.conf' }).click()
  const port = await world.ask('shop', 'show port')
  await field(page, 'Text of the recovery.conf').fill(
    [
      "standby_mode = 'on'",
      `primary_conninfo = 'host=127.0.0.1 port=${port} user=replicator application_name=walrus keepalives_idle=60'`,
      "recovery_target_timeline = 'latest'",
      "recovery_min_apply_delay = '3s'",
      "trigger_file = '/tmp/promote-me'",
      'no_such_setting = 1',
    ].join('\n'),
  )
  await page.getByRole('button', { name: 'Convert' }).click()
  const problems = page.getByRole('group', { name: 'Look at this' })
  await expect(problems).toContainText('no_such_setting')
  await expect(problems).toContainText('promote_trigger_file was removed')
  await page.getByRole('button', { name: 'Fill the form with it' }).click()
  await expect(field(page, 'Name of the standby (application_name)')).toHaveValue('walrus')
  await expect(field(page, 'Seconds idle before a probe (keepalives_idle)')).toHaveValue('60')
  await expect(field(page, 'recovery_min_apply_delay')).toHaveValue('3s')
  await page.getByRole('button', { name: 'Write the settings' }).click()
  await expect(page.getByText('The settings of shop-standby are written.')).toBeVisible({ timeout: 20_000 })
  expect(await world.ask('shop-standby', 'show recovery_min_apply_delay')).toBe('3s')
  await expect
    .poll(() => world.ask('shop', 'select application_name from pg_stat_replication'), { timeout: 20_000 })
    .toBe('walrus')
})

test('a standby setting is written as a diff, and a wrong one is refused at its field', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  await openAt(page, world, '/do/recovery/shop-standby')
  const delay = field(page, 'recovery_min_apply_delay')
  const write = page.getByRole('button', { name: 'Write the settings' })
  await delay.fill('soon')
  await expect(delay).toHaveAttribute('aria-invalid', 'true')
  await expect(write).toBeDisabled()
  await delay.fill('2s')
  await expect(page.getByRole('region', { name: /^Change to .*postgresql\.conf$/ })).toContainText(
    '+recovery_min_apply_delay = 2s',
  )
  await write.click()
  await expect(page.getByText('The settings of shop-standby are written.')).toBeVisible({ timeout: 20_000 })
  expect(await world.ask('shop-standby', 'show recovery_min_apply_delay')).toBe('2s')
})

test.describe('when the program is restarted while settings are typed', () => {
  test.use({ expectedTroubles: [/WebSocket connection to/] })

  test('they are there as soon as the standby is, and stay as they were typed', async ({ world, page }) => {
    await openAt(page, world, '/do/recovery/shop-standby')
    await expect(page.getByText('There is no instance named shop-standby.')).toBeVisible()
    await world.pair('shop')
    const delay = field(page, 'recovery_min_apply_delay')
    await delay.fill('2s', { timeout: 20_000 })
    await world.host().stop()
    const lost = page.getByText('The connection to PgTandem is lost.')
    await expect(lost).toBeVisible()
    await world.serveAgain()
    await expect(lost).toBeHidden({ timeout: 20_000 })
    await expect(page.getByRole('button', { name: 'Write the settings' })).toBeEnabled({ timeout: 20_000 })
    await expect(delay).toHaveValue('2s')
  })
})
