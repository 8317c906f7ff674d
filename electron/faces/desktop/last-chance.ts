import type { Shell } from './shell.ts'

/** Bugs that nothing caught are logged, and the program goes on: servers and jobs don't depend on what failed. */
export function setupLastChance({ host }: Pick<Shell, 'host'>, signal: AbortSignal): void {
  const log = (error: unknown): void => host.onBug(error, 'main')
  process.on('uncaughtException', log)
  process.on('unhandledRejection', log)
  signal.addEventListener('abort', () => {
    process.off('uncaughtException', log)
    process.off('unhandledRejection', log)
  })
}
