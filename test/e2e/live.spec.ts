import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

/** In a calm browser within a second (`npm run bench -- page`); here another test runs beside this one. */
const crashShownWithinMs = 5000

test('a server that is killed is shown as crashed at once', async ({ world, page }) => {
  await world.pair('shop')
  await openAt(page, world, '/instance/shop/overview')
  await expect(page.getByText('running', { exact: true }).first()).toBeVisible()
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (!document.body.innerText.includes('crashed')) return
          observer.disconnect()
          resolve(Date.now())
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  const pid = await world.pidOf('shop')
  const killed = Date.now()
  process.kill(pid, 'SIGKILL')
  expect((await shown) - killed).toBeLessThan(crashShownWithinMs)
})

test('two pages stay in step', async ({ world, page, anotherPage }) => {
  await world.pair('shop')
  const other = await anotherPage()
  await openAt(page, world, '/')
  await openAt(other, world, '/')
  await page.getByRole('button', { name: 'Stop: shop-standby' }).click()
  await expect(other.getByRole('button', { name: 'Start: shop-standby' })).toBeVisible({ timeout: 30_000 })
  await other.getByRole('button', { name: 'Start: shop-standby' }).click()
  await expect(page.getByRole('button', { name: 'Stop: shop-standby' })).toBeVisible({ timeout: 30_000 })
  await openAt(other, world, '/do/create')
  await other.getByRole('textbox', { name: 'Name' }).fill('books')
  // Tests beside this one take ports that are left to the program.
  await other.getByRole('textbox', { name: 'Port' }).fill(String(await world.freePort()))
  await other.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByRole('link', { name: 'books' })).toBeVisible({ timeout: 20_000 })
})

test.describe('when the program is restarted under an open page', () => {
  test.use({ expectedTroubles: [/WebSocket connection to/] })

  test('the page says so and goes on by itself', async ({ world, page }) => {
    await world.pair('shop')
    await openAt(page, world, '/')
    await expect(page.getByRole('button', { name: 'Stop: shop-standby' })).toBeVisible()
    await world.host().stop()
    const lost = page.getByText('The connection to PgTandem is lost.')
    await expect(lost).toBeVisible()
    await world.run('stop', 'shop-standby')
    await world.serveAgain()
    await expect(lost).toBeHidden({ timeout: 15_000 })
    await page.getByRole('button', { name: 'Start: shop-standby' }).click()
    await expect(page.getByRole('button', { name: 'Stop: shop-standby' })).toBeVisible({ timeout: 30_000 })
  })
})

test.describe('a page whose key is wrong', () => {
  test('says so and asks for the present address', async ({ world, page }) => {
    const { origin } = new URL(world.host().url)
    await page.goto(`${origin}/#key=${'x'.repeat(32)}`)
    await expect(page.getByRole('heading', { name: 'This address is no longer valid.' })).toBeVisible()
    await expect(page.getByText('pgtandem serve --url')).toBeVisible()
  })
})
