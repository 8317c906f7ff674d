import { open } from 'node:fs/promises'

/**
 * Makes creations, renames and removals in a directory survive a power failure.
 *
 * Windows has no such call for directories; NTFS journals these changes itself.
 */
export const syncDirectory = async (directory: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network and FUSE file systems refuse to sync a directory; there is nothing to fall back to.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await handle.close()
  }
}
