import path from 'node:path'
import type { Host } from './host.ts'

/** Whether a window may have it opened: the program's home, and what belongs to an instance that is shown. */
export function isOurPath(candidate: string, { core, live }: Pick<Host, 'core' | 'live'>): boolean {
  const roots = live
    .current()
    .instances.flatMap(({ dataDir, entry }) => [
      dataDir,
      entry.binDir,
      entry.logFile,
      ...(entry.configFile === null ? [] : [path.dirname(entry.configFile)]),
    ])
  return [core.home, ...roots].some((root) => isWithin(candidate, root))
}

function isWithin(candidate: string, root: string): boolean {
  const relative = path.relative(root, path.resolve(candidate))
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative))
}
