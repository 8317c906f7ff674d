import { defineConfig } from '@playwright/test'

/** The desktop program in real Electron: `npx playwright test --config test/e2e-electron/playwright.config.ts`. */
export default defineConfig({
  testDir: import.meta.dirname,
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  expect: { timeout: 15_000 },
})
