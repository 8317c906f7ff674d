import path from 'node:path'

/**
 * Unpacks a packed file into a folder, or rejects: pacote goes on past a file that cannot be written (a scanner holds it, the
 * disk is full), and says so in its log only.
 */
export const extractWhole = async (file: string, into: string, integrity: string): Promise<void> => {
  const { default: pacote } = await import('pacote')
  const failures: unknown[] = []
  const onLog = (level: string, ...[from, code, , error]: readonly unknown[]): void => {
    if (level === 'silly' && from === 'tar' && code === 'TAR_ENTRY_ERROR') failures.push(error)
  }
  const log: NodeJS.EventEmitter = process
  log.on('log', onLog)
  try {
    // Where it lies goes apart from its name: read as an address, a folder may hold signs that mean something there.
    await pacote.extract(`file:./${path.basename(file)}`, into, {
      where: path.dirname(file),
      integrity,
      preferOnline: true,
      umask: 0o022,
    })
  } finally {
    log.off('log', onLog)
  }
  if (failures.length > 0) throw failures[0]
}
