import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { acquireLock, type Lock } from '../../../system/storage/lock.ts'

const atWork = new Set<string>()

/** Whether this process holds the locks of a job. */
export const isAtWork = (job: string): boolean => atWork.has(job)

/**
 * Takes the locks of all instances that a job acts on, or none: one operation per instance at a time.
 *
 * Sorted, so that two jobs never wait for each other. Throws `instance-busy` with the operation that holds one.
 */
export async function lockInstances(
  home: string,
  names: readonly string[],
  job: { readonly id: string; readonly operation: string },
): Promise<{ release(): Promise<void> }> {
  const folder = join(home, 'locks')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const held: Lock[] = []
  const release = async (): Promise<void> => {
    for (const lock of held.splice(0)) await lock.release()
  }
  try {
    for (const name of [...names].sort()) {
      const lock = await acquireLock(join(folder, `${name}.lock`), { note: `${job.operation} ${job.id}` })
      if ('heldBy' in lock) {
        const [operation = '', id = ''] = lock.heldBy.note.split(' ')
        throw new PgTandemError('instance-busy', { name, operation, job: id })
      }
      held.push(lock)
    }
  } catch (error) {
    await release()
    throw error
  }
  atWork.add(job.id)
  return {
    async release() {
      atWork.delete(job.id)
      await release()
    },
  }
}
