import { expect, type Page } from '@playwright/test'

/** Every screen of a home with the pair `app` and `app-standby`. */
export const screens = [
  '/',
  '/about-replication',
  '/do/create',
  '/do/adopt',
  '/do/standby/app',
  '/do/recovery/app-standby',
  '/do/synchronous/app-standby',
  '/do/promote/app-standby',
  '/do/reclone/app-standby',
  '/do/remove/app-standby',
  '/instance/app/overview',
  '/instance/app/replication',
  '/instance/app-standby/replication',
  '/instance/app/processes',
  '/instance/app/configuration',
  '/instance/app/log',
  '/instance/app/console',
  '/replication/app',
  '/playground/app-standby',
  '/jobs',
  '/settings/general',
  '/settings/postgresql',
  '/settings/folders',
  '/settings/about',
  '/nowhere',
] as const

/** Resolves when a page shows what it came for: nothing is being loaded or moved any more. */
export async function settle(page: Page): Promise<void> {
  // Behind a dialog the rest has no role.
  await expect(page.locator('main')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 })
  await page.evaluate(async () => {
    // A new theme comes with one frame, and what it sets in motion begins with the next.
    for (let still = 0; still < 3; still += 1) {
      await new Promise((resolve) => {
        requestAnimationFrame(resolve)
      })
      const moving = document
        .getAnimations()
        .filter(
          ({ playState, effect }) => playState === 'running' && effect?.getTiming().iterations !== Infinity,
        )
      if (moving.length > 0) still = -1
      await Promise.allSettled(moving.map(({ finished }) => finished))
    }
  })
}
