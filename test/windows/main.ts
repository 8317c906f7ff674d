// The tests with Windows programs: bundled into one file, and run by node:test on Windows. Two at a time keep two processors busy.
import { describe } from 'node:test'
import { commandLineTests } from './command-line-tests.ts'
import { heldFilesTests } from './differences/held-files-tests.ts'
import { placesTests } from './differences/places-tests.ts'
import { registryTests } from './differences/registry-tests.ts'
import { guideTests } from './guide-003-tests.ts'
import { pairTests } from './pair-tests.ts'
import { systemTests } from './system-tests.ts'

void describe('with Windows programs', { concurrency: 2 }, () => {
  void systemTests()
  void heldFilesTests()
  void registryTests()
  void placesTests()
  void guideTests()
  void pairTests()
  void commandLineTests()
})
