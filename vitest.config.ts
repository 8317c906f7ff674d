import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const realServers = { testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 2 }

const isMatrix = ({ moduleId }: TestSpecification): boolean => moduleId.includes('undo-matrix')

/** The undo matrix takes longest by far: begun last, it would keep one worker busy while the others have nothing to do. */
class MatrixFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isMatrix), ...sorted.filter((file) => !isMatrix(file))]
  }
}

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
    sequence: { sequencer: MatrixFirst },
    projects: [
      // Hundreds of small files: a process of its own for each took twice as long.
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 20_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      // Three at once: they wait for servers more than they work.
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          ...realServers,
          maxWorkers: 3,
        },
      },
      { test: packages },
      { test: { name: 'root', include: [...asRoot, 'test/root/**/*.test.ts'], ...realServers } },
    ],
  },
})
