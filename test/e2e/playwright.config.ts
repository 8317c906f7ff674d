import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { root } from './helpers/program.ts'

/** The page in a real Chromium, served by the built program over real servers. `npm run e2e` runs these alone. */
export default defineConfig({
  testDir: '.',
  outputDir: path.join(root, '.cache/e2e-output'),
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env['PGTANDEM_CHROMIUM'] ?? '/usr/bin/chromium' },
  },
})
