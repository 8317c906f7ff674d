import { mkdir, readdir, rmdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { dirname } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { completeCopy } from '../../../postgres/backup/complete-copy.ts'
import { takeCopyBackup } from '../../../postgres/backup/copy-backup.ts'
import { takeBasebackup } from '../../../postgres/backup/pg-basebackup.ts'
import type { Session } from '../../../postgres/connection/connect.ts'
import { versionFacts } from '../../../postgres/facts/versions.ts'
import { programPath } from '../../../postgres/installations/installation.ts'
import { removeTree } from '../../../system/storage/remove-tree.ts'
import { renameWhenFree } from '../../../system/storage/while-held.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type { BaseBackupStep, CompleteCopyStep, SlotStep } from '../steps/replication.ts'
import { exists, refuseInUse, removeEmptyUpTo, topmostMissing } from './directories.ts'

interface SlotState {
  readonly active: boolean
  readonly activePid: string | null
}

async function readSlot(session: Session, slot: string): Promise<SlotState | null> {
  const [row] = await session.query('select * from pg_catalog.pg_replication_slots where slot_name = $1', [
    slot,
  ])
  return row ? { active: row['active'] === 't', activePid: row['active_pid'] ?? null } : null
}

async function makeSlot(session: Session, slot: string, major: number): Promise<void> {
  const reserve = versionFacts(major).slotReservesWalAtOnce ? ', true' : ''
  await session.query(`select pg_catalog.pg_create_physical_replication_slot($1${reserve})`, [slot])
}

/** A walsender that lost its standby lets go of the slot within moments; one that does not is ended. */
async function removeSlot(session: Session, slot: string): Promise<void> {
  const deadline = Date.now() + 5_000
  for (;;) {
    const now = await readSlot(session, slot)
    if (!now) return
    if (!now.active) break
    if (Date.now() > deadline && now.activePid !== null) {
      await session.query('select pg_catalog.pg_terminate_backend($1::int)', [now.activePid])
    }
    await sleep(50)
  }
  await session.query('select pg_catalog.pg_drop_replication_slot($1)', [slot])
}

export const slotRunner: StepRunner<SlotStep> = {
  async before({ instance, slot }, { session }) {
    return { existed: (await readSlot(await session(instance ?? ''), slot)) !== null }
  },
  async run({ instance, slot, action }, context, { existed }) {
    const session = await context.session(instance ?? '')
    if (action === 'drop') return removeSlot(session, slot)
    const standing = await readSlot(session, slot)
    if (standing && existed === true) throw new PgTandemError('slot-exists', { slot, name: instance ?? '' })
    if (!standing) await makeSlot(session, slot, context.target(instance ?? '').major)
    return context.inside()
  },
  /** Of a dropped slot nothing comes back but its name: it held nothing any more. */
  async undo({ instance, slot, action }, context, { existed }) {
    const session = await context.session(instance ?? '')
    if (action === 'create' && existed !== true) await removeSlot(session, slot)
    if (action === 'drop' && existed === true && !(await readSlot(session, slot))) {
      await makeSlot(session, slot, context.target(instance ?? '').major)
    }
  },
  async hasHappened({ instance, slot }, { session }) {
    return (await readSlot(await session(instance ?? ''), slot)) === null
  },
}

export const baseBackupRunner: StepRunner<BaseBackupStep> = {
  before: async ({ partialDir }) => ({ made: await topmostMissing(dirname(partialDir)) }),
  async run(step, context, { claimed }) {
    if (claimed === true) await removeCopy(step)
    else if (context.resumed) await removeUnclaimed(step)
    await claim(step, context)
    const source = context.target(step.source)
    const common = {
      source,
      targetDir: step.partialDir,
      label: `pgtandem ${step.instance ?? ''}`,
      tablespaces: step.tablespaces,
      signal: context.signal,
    }
    await context.inside()
    if (step.method === 'copy') {
      await takeCopyBackup({
        ...common,
        sourceDataDir: source.dataDir,
        major: source.major,
        onProgress: ({ bytesDone }) => context.progress(bytesDone, step.expectedBytes),
      })
    } else {
      await takeBasebackup({
        ...common,
        program: programPath(step.programDir ?? source.binDir, 'pg_basebackup'),
        ...(step.slot === null ? {} : { slot: step.slot }),
        onSpawn: async (child) => {
          await context.childStarted(child)
          await context.inside()
        },
        onProgress: ({ bytesDone, bytesTotal }) => context.progress(bytesDone, bytesTotal),
      })
    }
    await context.inside()
  },
  async undo(step, _, { claimed, made }) {
    if (claimed === true) await removeCopy(step)
    else await removeUnclaimed(step)
    if (typeof made === 'string') await removeEmptyUpTo(dirname(step.partialDir), made)
  },
}

/** The directory of the copy and every tablespace's, each made exclusively and then written down as ours. */
async function claim({ partialDir, tablespaces }: BaseBackupStep, context: StepContext): Promise<void> {
  await mkdir(dirname(partialDir), { recursive: true, mode: 0o700 })
  for (const folder of [partialDir, ...tablespaces.map(({ to }) => to)]) {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
    await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw new PgTandemError('leftover-in-the-way', { path: folder })
      throw error
    })
  }
  await context.remember({ claimed: true })
}

/** Killed between making a folder and writing that down, all that can be ours is empty. */
async function removeUnclaimed({ partialDir, tablespaces }: BaseBackupStep): Promise<void> {
  const folders = tablespaces.flatMap(({ to }) => [to, dirname(to)])
  for (const folder of [...folders, partialDir]) await rmdir(folder).catch(() => undefined)
}

async function removeCopy({ partialDir, tablespaces }: BaseBackupStep): Promise<void> {
  await refuseInUse(partialDir)
  await removeTree(partialDir)
  for (const { to } of tablespaces) {
    await removeTree(to)
    await rmdir(dirname(to)).catch(() => undefined)
  }
}

export const completeCopyRunner: StepRunner<CompleteCopyStep> = {
  /** An empty folder that the user made for it gives way to the copy. */
  async before({ dataDir }) {
    return { emptyFolder: (await exists(dataDir)) && (await readdir(dataDir)).length === 0 }
  },
  async run({ partialDir, dataDir }, { signal, inside }, { emptyFolder }) {
    if (emptyFolder === true && (await exists(partialDir))) await rmdir(dataDir).catch(() => undefined)
    await inside()
    await completeCopy(partialDir, dataDir, signal)
  },
  /** Back under its unfinished name, for the base backup's own undo to delete. */
  async undo({ partialDir, dataDir }, _, { emptyFolder }) {
    const isRenamed = !(await exists(partialDir)) && (await exists(dataDir))
    if (isRenamed && (await readdir(dataDir)).length > 0) {
      await refuseInUse(dataDir)
      await renameWhenFree(dataDir, partialDir)
    }
    if (emptyFolder === true) await mkdir(dataDir, { recursive: true, mode: 0o700 })
  },
}
