import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

test('replay is paused and resumed, and a row waits for it', async ({ world, page }) => {
  await world.pair('shop')
  await openAt(page, world, '/playground/shop-standby')
  await page.getByRole('button', { name: 'Pause replay on shop-standby' }).click()
  const resume = page.getByRole('button', { name: 'Resume replay on shop-standby' })
  await expect(resume).toBeVisible({ timeout: 10_000 })
  await page.getByRole('button', { name: 'Insert a row' }).click()
  await expect(page.getByText('Waiting for it on shop-standby …')).toBeVisible()
  await resume.click()
  // A row that has not come within 10 s is not waited for: on a busy machine the next one comes.
  const arrived = page.getByText(/^Row \d+: committed on shop .* seen on shop-standby/)
  const notArrived = page.getByText(/^Row 1 is committed on shop, but/)
  await expect(arrived.or(notArrived)).toBeVisible({ timeout: 30_000 })
  if (!(await arrived.isVisible())) await page.getByRole('button', { name: 'Insert a row' }).click()
  await expect(arrived).toBeVisible({ timeout: 15_000 })
})

test('the adjustable link delays the stream, and leaves the pair as it was when taken out', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  const before = await world.ask('shop-standby', 'show primary_conninfo')
  await openAt(page, world, '/playground/shop-standby')
  await page.getByRole('button', { name: 'Put the link in …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Put it in' }).click()
  const delay = page.getByRole('slider', { name: /^Delay/ })
  await expect(delay).toBeVisible({ timeout: 20_000 })
  await delay.fill('2000')
  await expect(page.getByText('Delay: 2.0 s')).toBeVisible()
  // The first row may still come over the old connection.
  await expect(async () => {
    await page.getByRole('button', { name: 'Insert a row' }).click()
    await expect(page.getByText(/seen on shop-standby [2-9],\d{3} ms later/)).toBeVisible({ timeout: 6_000 })
  }).toPass({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Take it out …' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click()
  await expect(page.getByRole('button', { name: 'Put the link in …' })).toBeVisible({ timeout: 20_000 })
  expect(await world.ask('shop-standby', 'show primary_conninfo')).toBe(before)
})

test('a load is written at the chosen rate until it is stopped', async ({ world, page }) => {
  await world.pair('shop')
  await openAt(page, world, '/playground/shop-standby')
  await page.getByRole('button', { name: 'Start the load' }).click()
  const count = (): Promise<number> =>
    world
      .run('sql', 'shop', '--database', 'pgtandem_playground', '-c', 'select max(id) from arrivals', '--json')
      .then((text) => Number(JSON.parse(text).rows[0][0]))
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Stop the load' }).click()
  await expect(page.getByRole('button', { name: 'Start the load' })).toBeEnabled()
})
