import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const file = process.env['PGTANDEM_CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether there is a browser to measure the page in. */
export const hasBrowser = (): boolean => existsSync(file)

/** A Chromium with a new profile: nothing is cached. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: file })

/** A screen as most have it, in English. */
export const pageOptions = { locale: 'en-US', viewport: { width: 1280, height: 900 } } as const
