import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { root } from '../e2e/helpers/program.ts'

/** The pictures of the guide. `npm run screenshots` runs this in a place of its own (build/screenshots.mjs). */
export default defineConfig({
  testDir: '.',
  testMatch: 'take.spec.ts',
  outputDir: path.join(root, '.cache/screenshots-output'),
  workers: 1,
  timeout: 20 * 60_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: { launchOptions: { executablePath: process.env['PGTANDEM_CHROMIUM'] ?? '/usr/bin/chromium' } },
})
