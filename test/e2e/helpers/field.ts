import type { Locator, Page } from '@playwright/test'

/** The line of text with this label; a star on the label says that it must be filled in. */
export const field = (page: Page | Locator, label: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${label.replaceAll(/[^\w ]/g, '\\$&')}\\*?$`) })
