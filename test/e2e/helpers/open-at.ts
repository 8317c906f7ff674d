import type { Page } from '@playwright/test'
import type { World } from './world.ts'

/** Opens one of the program's pages anew; the first time with the key, which the page then keeps. */
export async function openAt(page: Page, world: World, path: string): Promise<void> {
  const { hash, origin } = new URL(world.host().url)
  await page.goto(page.url().startsWith(origin) ? `${origin}${path}` : `${origin}${path}${hash}`)
}
