import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the packages of this run lie. */
    readonly packages: string
    /** What `npm run package` said. */
    readonly packagesSaid: string
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Makes the packages once for all tests, hardly compressed, with the stand-in: this is about all but Electron itself. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const out = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-packages-'))
  const args = [path.join(root, 'build/package.mjs'), '--quick', '--stand-in', '--out', out]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PGTANDEM_UPDATE_URL: 'https://updates.example/pgtandem' },
  })
  const remove = (): Promise<void> => rm(out, { recursive: true, force: true, maxRetries: 5 })
  if (status !== 0) {
    await remove()
    throw new Error(`npm run package failed:\n${stdout}\n${stderr}`)
  }
  project.provide('packages', out)
  project.provide('packagesSaid', stdout)
  return remove
}
