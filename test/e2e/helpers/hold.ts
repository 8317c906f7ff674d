import type { World } from './world.ts'

/**
 * Halts the process of a server that makes checkpoints: a base backup then waits where it begins, for as long as a test
 * needs it there. Resolves with what lets it go on.
 */
export async function holdBackups(world: World, name: string): Promise<() => void> {
  const pid = await world.ask(name, "select pid from pg_stat_activity where backend_type = 'checkpointer'")
  process.kill(Number(pid), 'SIGSTOP')
  return () => void process.kill(Number(pid), 'SIGCONT')
}
