import { chmod } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'
import type { World } from './helpers/world.ts'

/** Notes on the page when its button could be pressed, be it for a moment, while the field for the name is empty. */
async function watchButton(page: Page, label: string): Promise<() => Promise<void>> {
  await page.evaluate((text) => {
    const look = (): void => {
      const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === text)
      const field = document.querySelector<HTMLInputElement>('main input[type=text]')
      if (button?.disabled === false && field?.value === '') document.documentElement.dataset['armed'] = text
    }
    const what = { subtree: true, childList: true, attributes: true }
    new MutationObserver(look).observe(document.body, what)
  }, label)
  return () => expect(page.locator('html')).not.toHaveAttribute('data-armed')
}

/** The page that removes an instance with its data. */
async function openRemoval(page: Page, world: World, name: string) {
  await openAt(page, world, `/do/remove/${name}`)
  await page.getByRole('radio', { name: /^Delete the data directory/ }).check()
  const label = 'Remove and delete its data'
  const remove = page.getByRole('button', { name: label })
  const typed = page.getByLabel(`Type ${name} to agree`)
  return {
    remove,
    expectNeverArmed: await watchButton(page, label),
    agree: async () => {
      await typed.fill(name)
      await expect(remove).toBeEnabled()
    },
    expectUnarmed: async () => {
      await expect(typed).toHaveValue('')
      await expect(remove).toBeDisabled()
    },
  }
}

test('a name that was typed agrees to what was asked then, and to nothing that is asked later', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  const { agree, expectUnarmed, expectNeverArmed } = await openRemoval(page, world, 'shop-standby')

  // Refused for a moment.
  await agree()
  await world.run('clone', 'shop-standby', 'third', '--port', String(await world.freePort()))
  await expect(page.getByText('shop-standby still feeds these standbys: third.')).toBeVisible()
  await world.run('remove', 'third')
  await expectUnarmed()

  // Something more is asked.
  await agree()
  await expectNeverArmed()
  await world.run('stop', 'shop')
  await expect(page.getByText('shop does not run, so the slot')).toBeVisible()
  await expectUnarmed()
  await agree()
  await expectNeverArmed()
})

test('a removal that was taken back is agreed to anew', async ({ world, page }) => {
  await world.run('create', 'shop', '--port', String(await world.freePort()))
  const { agree, remove, expectUnarmed, expectNeverArmed } = await openRemoval(page, world, 'shop')
  await agree()
  const folder = path.join(world.home, 'instances/shop')
  await chmod(folder, 0o500)
  try {
    await remove.click()
    await page.getByRole('button', { name: 'Back' }).click({ timeout: 40_000 })
    await expectUnarmed()
    await agree()
    await expectNeverArmed()
  } finally {
    await chmod(folder, 0o700)
  }
  expect(await world.ask('shop', 'select 1')).toBe('1')
})
