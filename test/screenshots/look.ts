import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, expect, type Page } from '@playwright/test'
import { createWindowTranslator, type WindowTranslator } from '../../shared/i18n/window/translate.ts'
import { watchPage } from '../e2e/helpers/watch-page.ts'
import { paletted } from './palette-png.ts'

/** One of the three ways that a screen is shown in. */
export interface Look {
  readonly id: 'light' | 'dark' | 'zh'
  readonly page: Page
  /** The sentences as this page says them. */
  readonly t: WindowTranslator['t']
  /** What went wrong on the page since this was last asked. */
  readonly takeTroubles: () => readonly string[]
}

/** Where the pictures go. */
const folder = process.env['PGTANDEM_SCREENSHOTS'] ?? 'screenshots'
/** Chromium about a rule in Fluent's own Slider. */
const fluentWarning = /slider-vertical/
const viewport = { width: 1200, height: 800 }

/** All three of one program, and the page that its language is chosen on. */
export interface Studio {
  readonly looks: readonly Look[]
  readonly chooser: Page
}

export async function openStudio(browser: Browser, url: string): Promise<Studio> {
  await mkdir(folder, { recursive: true })
  const looks = await Promise.all((['light', 'dark', 'zh'] as const).map((id) => openLook(browser, url, id)))
  const { page: chooser } = await openLook(browser, url, 'light')
  await chooser.goto(new URL('/settings/general', url).href)
  return { looks, chooser }
}

/** One page more. */
export async function openLook(browser: Browser, url: string, id: Look['id']): Promise<Look> {
  const page = await browser.newPage({ viewport, colorScheme: id === 'dark' ? 'dark' : 'light' })
  const { takeTroubles } = await watchPage(page, [fluentWarning])
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return { id, page, t: createWindowTranslator(languageOf(id)).t, takeTroubles }
}

const languageOf = (id: Look['id']): 'en' | 'zh-CN' => (id === 'zh' ? 'zh-CN' : 'en')

/** For every page of the program at once. */
export async function chooseLanguage({ chooser }: Studio, language: 'en' | 'zh-CN'): Promise<void> {
  await chooser.getByRole('radio', { name: language === 'en' ? 'English' : '简体中文' }).click()
  await expect(chooser.locator(`html[lang="${language}"]`)).toBeAttached()
}

/** Opens an address in every look, has it brought into the state that is to be seen, and takes `NAME-LOOK.png`. */
export async function shoot(
  studio: Studio,
  name: string,
  address: string,
  prepare: (look: Look) => Promise<unknown> = async () => undefined,
): Promise<void> {
  for (const look of studio.looks) {
    const { id, page } = look
    await chooseLanguage(studio, languageOf(id))
    await openIn(look, address)
    await prepare(look)
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await expect(page.getByText(look.t('window.app.loading'))).toHaveCount(0)
    await expect(page.getByText(look.t('window.app.unexpected-message', { reason: '' }))).toHaveCount(0)
    await page.mouse.move(0, 0)
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    expect(look.takeTroubles()).toEqual([])
    await writeFile(path.join(folder, `${name}-${id}.png`), paletted(picture))
  }
}

/** Opens an address anew; the page has kept its key. */
export async function openIn({ page }: Look, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
}
