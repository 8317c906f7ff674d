import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

/** While a dialog is open Fluent hides the page from screen readers; afterwards it must be there again. */
test.describe('a dialog that was closed leaves the page as it was', () => {
  test('by its button, whatever opened it', async ({ sharedPair, page }) => {
    await openAt(page, sharedPair, '/instance/app')
    const why = page.getByRole('button', { name: 'Why?' })
    await why.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(why).toBeFocused()
    await expect(page.locator('#root')).not.toHaveAttribute('aria-hidden', 'true')
  })

  test('by Escape', async ({ sharedPair, page }) => {
    await openAt(page, sharedPair, '/instance/app')
    const why = page.getByRole('button', { name: 'Why?' })
    await why.click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(why).toBeFocused()
    await expect(page.locator('#root')).not.toHaveAttribute('aria-hidden', 'true')
  })

  test('when what opened it has no place to take the focus back', async ({ sharedPair, page }) => {
    await openAt(page, sharedPair, '/instance/app/configuration')
    await page.getByLabel('Another setting').fill('work_mem')
    await page.getByRole('textbox', { name: 'Value', exact: true }).fill('8MB')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.locator('#root')).not.toHaveAttribute('aria-hidden', 'true')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})
