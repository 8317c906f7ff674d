import { defineConfig } from 'vitest/config'

/** `expect.poll` gives up after a second, which a busy machine needs for itself. */
const patience = (timeout: number) => ({ expect: { poll: { timeout } } })

const realServers = { ...patience(30_000), testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 2 }

/** Unit tests of which some cases need root; as another account those are skipped. */
const asRoot = ['test/unit/system/platform/account.test.ts', 'test/unit/system/storage/files.test.ts']

/** What `npm run package` makes is made once, and looked at. */
const packages = {
  name: 'package',
  include: ['test/package/**/*.test.ts'],
  globalSetup: 'test/package/helpers/build-packages.ts',
  ...realServers,
}

/**
 * Projects: unit (pure, fast), integration (real servers, as an ordinary account), package (the installers), root (the command
 * line as root).
 */
export default defineConfig({
  test: {
    projects: [
      // Hundreds of small files: a process of its own for each took twice as long.
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          ...patience(15_000),
          testTimeout: 20_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], ...realServers } },
      { test: packages },
      { test: { name: 'root', include: [...asRoot, 'test/root/**/*.test.ts'], ...realServers } },
    ],
  },
})
