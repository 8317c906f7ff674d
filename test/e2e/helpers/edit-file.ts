import type { Locator, Page } from '@playwright/test'

/** The editor of a file, by its path. */
export const editorOf = (page: Page, file: string): Locator =>
  page.getByRole('textbox', { name: file, exact: true })

/** Goes to the end of the file in an editor by keyboard: of a long one, only what is in view is on the page. */
export async function goToEnd(page: Page, file: string): Promise<void> {
  await editorOf(page, file).click()
  await page.keyboard.press('ControlOrMeta+End')
}

/** Writes there. */
export async function append(page: Page, file: string, text: string): Promise<void> {
  await goToEnd(page, file)
  await page.keyboard.insertText(text)
}

/** Takes back what was just written. */
export async function undoTyping(page: Page, file: string): Promise<void> {
  await editorOf(page, file).click()
  await page.keyboard.press('ControlOrMeta+Z')
}
