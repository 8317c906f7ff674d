import type { Text } from '../../../shared/i18n/text.ts'
import type { WindowsPathProblem } from '../../../shared/model/windows-path-problem.ts'
import { refuse, type Refusal } from './operation.ts'
import type { World } from './world.ts'

/** Why Windows, or a server on it, could not use a path at all; null where it could, and on other systems. */
export function checkWindowsPlace(world: World, path: string): Refusal | null {
  for (const problem of world.paths[path]?.problems ?? []) {
    const refusal = refusalOf(problem, path)
    if (refusal) return refusal
  }
  return null
}

/** As far as the program's home goes: logs, passfiles and downloaded programs of every instance lie in it. */
export const checkWindowsHome = (world: World): Refusal | null => {
  const outside = world.paths[world.home]?.problems.find(({ kind }) => kind === 'not-in-code-page')
  return outside === undefined ? null : refusalOf(outside, world.home)
}

function refusalOf(problem: WindowsPathProblem, path: string): Refusal | null {
  switch (problem.kind) {
    case 'not-in-code-page':
      return refuse('path-outside-code-page', {
        path,
        characters: problem.characters,
        codePage: problem.codePage,
      })
    case 'device-name':
    case 'trailing-dot-or-space':
      return refuse('path-not-for-windows', { path, part: problem.name })
    case 'invalid-character':
      return refuse('path-not-for-windows', { path, part: problem.character })
    case 'not-absolute':
    case 'network-share':
    case 'cloud-folder':
    case 'too-long':
      return null
  }
}

/** What is risky about a place on Windows, for a person to know before something is made there. */
export function windowsPlaceNotices(world: World, path: string): Text[] {
  return (world.paths[path]?.problems ?? []).flatMap((problem): Text[] => {
    if (problem.kind === 'network-share') return [{ key: 'notices.path-on-share', params: { path } }]
    if (problem.kind === 'cloud-folder')
      return [{ key: 'notices.path-in-cloud-folder', params: { path, folder: problem.folder } }]
    if (problem.kind === 'too-long')
      return [{ key: 'notices.path-long', params: { path, length: problem.length, limit: problem.limit } }]
    return []
  })
}
