import { appendFile, readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { instancePaths } from '../../electron/core/instances/instance-paths.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { initByHand } from '../helpers/guide-pair.ts'
import { plansOf, reasonsOf } from '../helpers/plans-of.ts'
import { createTestCore, type TestCore } from '../helpers/test-core.ts'
import { makeTestFolder, testTarget } from '../helpers/test-server.ts'

const port = 24_720

describe.skipIf(whyNoDebian !== '')(`a stopped server that runs commands of its own${whyNoDebian}`, () => {
  let core: TestCore
  let clear: () => Promise<void>

  const adopt = async (settings: string): Promise<void> => {
    const { folder, ...place } = await makeTestFolder()
    clear = place.clear
    const target = testTarget(folder, 'own', { major: 15, binDir: debianBinDir, port })
    await initByHand(target)
    await appendFile(target.configFile, `port = ${port}\nunix_socket_directories = ''\n${settings}\n`)
    await core.perform('adopt', { name: 'own', dataDir: target.dataDir })
  }

  beforeEach(async () => {
    core = await createTestCore()
    clear = () => Promise.resolve()
  })
  afterEach(async () => {
    await core.clear()
    await clear()
  })

  it('names them before its first start, and is trusted afterwards', async () => {
    await adopt(`archive_mode = on\narchive_command = 'true %p'\nshared_preload_libraries = 'auto_explain'`)
    const { confirmations } = await plansOf(core).plan('start', { name: 'own' })
    const commands = 'archive_command = true %p; shared_preload_libraries = auto_explain'
    expect(confirmations).toMatchObject([{ reason: 'runs-its-commands', text: { params: { commands } } }])
    await core.perform('start', { name: 'own' })
    await core.perform('stop', { name: 'own' })
    expect(reasonsOf(await plansOf(core).plan('start', { name: 'own' }))).toEqual([])
  })

  it('keeps the log of a first start that fails', async () => {
    await adopt(`shared_preload_libraries = 'no_such_library'`)
    const outcome = await core.run(await plansOf(core).plan('start', { name: 'own' }))
    expect(outcome).toMatchObject({ state: 'failed', error: { code: 'server-not-started' } })
    const { logFile } = instancePaths(core.home, 'own')
    expect(await readFile(logFile, 'utf8')).toContain('no_such_library')
  })
})
