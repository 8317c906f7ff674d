import { appendFile, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { instancePaths } from '../../electron/core/instances/instance-paths.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { initByHand } from '../helpers/guide-pair.ts'
import { plansOf, reasonsOf } from '../helpers/plans-of.ts'
import { createTestCore } from '../helpers/test-core.ts'
import { makeTestFolder, testTarget } from '../helpers/test-server.ts'

describe.skipIf(whyNoDebian !== '')(`a stopped server that runs commands of its own${whyNoDebian}`, () => {
  it('names them before its first start, and is trusted afterwards', async () => {
    const { folder, clear } = await makeTestFolder()
    const core = await createTestCore()
    const target = testTarget(folder, 'own', { major: 15, binDir: debianBinDir, port: 24_720 })
    try {
      await initByHand(target)
      await appendFile(
        target.configFile,
        `port = 24720\nunix_socket_directories = ''\narchive_mode = on\narchive_command = 'true %p'\nshared_preload_libraries = 'auto_explain'\n`,
      )
      await core.perform('adopt', { name: 'own', dataDir: target.dataDir })
      const { confirmations } = await plansOf(core).plan('start', { name: 'own' })
      expect(confirmations).toMatchObject([
        {
          reason: 'runs-its-commands',
          text: {
            params: { commands: 'archive_command = true %p; shared_preload_libraries = auto_explain' },
          },
        },
      ])
      await core.perform('start', { name: 'own' })
      await core.perform('stop', { name: 'own' })
      expect(reasonsOf(await plansOf(core).plan('start', { name: 'own' }))).toEqual([])
    } finally {
      await core.clear()
      await clear()
    }
  })

  it('keeps the log of a first start that fails', async () => {
    const { folder, clear } = await makeTestFolder()
    const core = await createTestCore()
    const target = testTarget(folder, 'own', { major: 15, binDir: debianBinDir, port: 24_720 })
    try {
      await initByHand(target)
      await appendFile(
        target.configFile,
        `port = 24720\nunix_socket_directories = ''\nshared_preload_libraries = 'no_such_library'\n`,
      )
      await core.perform('adopt', { name: 'own', dataDir: target.dataDir })
      const outcome = await core.run(await plansOf(core).plan('start', { name: 'own' }))
      expect(outcome).toMatchObject({ state: 'failed', error: { code: 'server-not-started' } })
      const { logFile } = instancePaths(core.home, 'own')
      expect(await readFile(logFile, 'utf8')).toContain('no_such_library')
    } finally {
      await core.clear()
      await clear()
    }
  })
})
