import { expect, type Page } from '@playwright/test'

/**
 * The button for a first pair was pressed, and its playground is there.
 *
 * Ports are left to the program: where a test beside this one takes them in between, nothing is done, and it is pressed again.
 */
export async function expectFirstPair(page: Page, press: () => Promise<void>): Promise<void> {
  await press()
  await expect(async () => {
    if (await page.getByText('Things have changed meanwhile').isVisible()) await press()
    await expect(page).toHaveURL(/\/playground\/main-standby$/, { timeout: 5000 })
  }).toPass({ timeout: 60_000 })
}
