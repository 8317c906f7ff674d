import { findViolations } from './helpers/find-violations.ts'
import { openAt } from './helpers/open-at.ts'
import { screens, settle } from './helpers/screens.ts'
import { expect, test } from './helpers/test.ts'

test.describe('axe finds nothing in light and dark, and nothing is wider than 480 px', () => {
  for (const screen of screens)
    test(screen, async ({ sharedPair, page }) => {
      await openAt(page, sharedPair, screen)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await settle(page)
        expect.soft(await findViolations(page), colorScheme).toEqual([])
      }
      await page.setViewportSize({ width: 480, height: 900 })
      const tooWide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main')]
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map(({ tagName, scrollWidth }) => `${tagName} is ${scrollWidth} px wide`),
      )
      expect.soft(tooWide).toEqual([])
    })

  test('the first screen of an empty home', async ({ world, page }) => {
    await openAt(page, world, '/')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await settle(page)
      expect.soft(await findViolations(page), colorScheme).toEqual([])
    }
  })

  test('the list of instances, an open menu and an open dialog', async ({ sharedPair, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openAt(page, sharedPair, '/')
    await page.getByRole('button', { name: 'List' }).click()
    await settle(page)
    expect.soft(await findViolations(page), 'list').toEqual([])
    await page.getByRole('button', { name: 'Actions for app', exact: true }).click()
    await expect(page.getByRole('menuitem', { name: 'Configuration …' })).toBeVisible()
    // An open menu stands outside of the landmarks, as menus do.
    expect.soft(await findViolations(page, ['region']), 'menu').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Why\?.* app$/ }).click()
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible()
    await settle(page)
    expect.soft(await findViolations(page), 'dialog').toEqual([])
  })
})
