import { inDir, namesBelow } from './files.ts'
import { refuse, type Refusal } from './operation.ts'
import type { World } from './world.ts'

/** What an instance has in its folder besides its data. */
const besidesData = new Set(['log', 'archive', 'tablespaces'])

/**
 * Refuses a data directory for `name` in a folder of the program's own home that is for something else: the journals,
 * downloads, passfiles, or the folder of another instance. Both the path and what it leads to are looked at.
 */
export function checkHomePlace(world: World, name: string, path: string): Refusal | null {
  const homes = [world.home, world.paths[world.home]?.realPath ?? world.home]
  for (const place of [path, world.paths[path]?.realPath ?? path]) {
    for (const home of homes) {
      const inside = namesBelow(home, place, world.platform)
      const kept = inside === null ? null : keptPlace(inside, name, world)
      if (kept !== null) return refuse('data-directory-in-home', { path, place: inDir(home, ...kept) })
    }
  }
  return null
}

/** The folder, as its names below the home, that a data directory must not lie in; null where it may. */
function keptPlace(inside: readonly string[], name: string, { instances }: World): readonly string[] | null {
  const [top, owner, part] = inside
  if (top !== 'instances' || owner === undefined) return inside.slice(0, 1)
  if (owner !== name && instances[owner] !== undefined) return [top, owner]
  if (part === undefined) return [top, owner]
  return besidesData.has(part) ? [top, owner, part] : null
}
