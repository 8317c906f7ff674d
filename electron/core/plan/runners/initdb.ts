import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { readUserPassword } from '../../../postgres/credentials/passfile.ts'
import { runInitdb } from '../../../postgres/programs/initdb.ts'
import { readLiveServer } from '../../../postgres/programs/read-pid-file.ts'
import { removeTree } from '../../../system/storage/remove-tree.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type { InitdbStep } from '../steps/servers.ts'
import { exists, refuseInUse, removeEmptyUpTo, topmostMissing } from './directories.ts'

/** Where initdb reads the superuser's password from, for as long as it runs. */
const pwfileOf = (context: StepContext, name: string): string =>
  join(context.home, 'credentials', `.${name}.pwfile`)

export const initdbRunner: StepRunner<InitdbStep> = {
  async before({ instance }, { target }) {
    const { dataDir } = target(instance ?? '')
    return { existed: await exists(dataDir), made: await topmostMissing(dirname(dataDir)) }
  },
  async run(step, context, { existed, claimed }) {
    const target = context.target(step.instance ?? '')
    if (context.resumed && claimed === true) await emptyDirectory(target.dataDir)
    else {
      // Killed between making it and writing that down, all that can be ours is empty.
      if (context.resumed && existed !== true) await rmdir(target.dataDir).catch(() => undefined)
      await claim(target.dataDir, existed === true)
    }
    await context.remember({ claimed: true })
    const password = await readUserPassword(target.passfile ?? '', target.user)
    if (password === null)
      throw new PgTandemError('password-missing', { user: target.user, instance: target.name })
    const pwfile = pwfileOf(context, target.name)
    try {
      await writeFile(pwfile, `${password}\n`, { mode: 0o600 })
      const { binDir, major, dataDir, user } = target
      const { locale, encoding, checksums, auth } = step
      await runInitdb(
        { binDir, major, dataDir, user, pwfile, locale, encoding, checksums, auth },
        {
          signal: context.signal,
          onSpawn: async (child) => {
            await context.childStarted(child)
            await context.inside()
          },
        },
      )
      await context.inside()
    } finally {
      await rm(pwfile, { force: true })
    }
  },
  async undo({ instance }, context, { existed, claimed, made }) {
    const { dataDir, name } = context.target(instance ?? '')
    await rm(pwfileOf(context, name), { force: true })
    if (claimed === true && existed === true) await emptyDirectory(dataDir)
    else if (claimed === true) await removeDirectory(dataDir)
    else if (existed !== true) await rmdir(dataDir).catch(() => undefined)
    if (typeof made === 'string') await removeEmptyUpTo(dirname(dataDir), made)
  },
}

/** Made exclusively: of two programs that want the same directory, one is told so. An empty one that was there is taken. */
async function claim(dataDir: string, existed: boolean): Promise<void> {
  await mkdir(dirname(dataDir), { recursive: true, mode: 0o700 })
  try {
    await mkdir(dataDir, { mode: 0o700 })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    if (!isThere) throw error
    if (!existed || (await readdir(dataDir)).length > 0)
      throw new PgTandemError('data-directory-not-empty', { path: dataDir })
  }
}

async function removeDirectory(dataDir: string): Promise<void> {
  await refuseServer(dataDir)
  await removeTree(dataDir)
}

async function emptyDirectory(dataDir: string): Promise<void> {
  await refuseServer(dataDir)
  for (const name of await readdir(dataDir).catch(() => [])) await removeTree(join(dataDir, name))
}

/** The single-user server of an initdb that was ended goes within moments; any other is somebody's. */
async function refuseServer(dataDir: string): Promise<void> {
  const deadline = Date.now() + 5_000
  while (Date.now() < deadline && (await readLiveServer(dataDir))?.singleUser === true) await sleep(20)
  await refuseInUse(dataDir)
}
