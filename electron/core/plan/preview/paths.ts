const windows = /^[A-Za-z]:|\\/

/** A path below a folder, in the folder's own way of writing paths; works for both systems on either. */
export function joinPath(folder: string, ...names: readonly string[]): string {
  const separator = windows.test(folder) && !folder.includes('/') ? '\\' : '/'
  return [folder.replace(/[/\\]$/, ''), ...names].join(separator)
}

/** The folder that a path lies in. */
export function parentOf(path: string): string {
  return windows.test(path) ? path.replace(/[/\\][^/\\]*$/, '') : path.replace(/\/[^/]*$/, '')
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(parentOf(path).length + 1)
}
