import { expectFirstPair } from './helpers/expect-first-pair.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

test('from an empty home to a verified pair', async ({ world, page }) => {
  await page.goto(world.host().url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A primary and a standby in one minute')
  await expectFirstPair(page, () =>
    page.getByRole('button', { name: 'Create a primary and a standby' }).click(),
  )
  await expect(page.getByText('The pair is there, and the standby streams.')).toBeVisible()
  await expect(page.getByText(/main-standby \(port \d+\) follows it and takes reads only/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'What was done' })).toHaveAttribute('href', /^\/jobs\/.*-pair-/)

  await page.getByRole('button', { name: 'Insert a row' }).click()
  await expect(
    page.getByText(/^Row 1: committed on main in .* ms, seen on main-standby .* ms later\.$/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Write on main-standby' }).click()
  await expect(page.getByText('main-standby refused it (SQLSTATE 25006)')).toBeVisible()
  await expect(page.getByText('2 of 6 tried')).toBeVisible()

  await openAt(page, world, '/instance/main-standby/replication')
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByText('All is well: the standby follows, and refuses writes.')).toBeVisible({
    timeout: 20_000,
  })
  expect(await world.ask('main-standby', 'select pg_is_in_recovery()')).toBe('t')
})

test('the page knows a pair that was made elsewhere, and its address needs no key any more', async ({
  world,
  page,
}) => {
  await page.goto(world.host().url)
  expect(page.url()).not.toContain('key')
  await world.pair('shop')
  await expect(page.getByRole('link', { name: 'shop', exact: true })).toBeVisible({ timeout: 10_000 })
  await page.reload()
  await expect(page.getByRole('link', { name: 'shop-standby' })).toBeVisible()
})
