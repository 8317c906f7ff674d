import { closeSync, fstatSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'

/** A file that lines are added to, and that is put aside when it has grown large. */
export interface RotatingFile {
  readonly write: (text: string) => void
  readonly close: () => void
}

const backup = (file: string, number: number) => {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.${number}${ext}`)
}

const rename = (from: string, to: string) => {
  try {
    renameSync(from, to)
    return true
  } catch {
    return false
  }
}

/**
 * Opens lazily: nothing is made before the first line. `pgtandem.log` becomes `pgtandem.1.log`, and so on up to `keep`.
 *
 * Several processes may write to one file; one that another process has put aside is noticed when it is full. A log that
 * cannot be written (a full disk) never stops the program: the line is lost and the next one tries again.
 */
export const createRotatingFile = (
  file: string,
  { maxBytes = 5 * 1024 * 1024, keep = 3 }: { readonly maxBytes?: number; readonly keep?: number } = {},
): RotatingFile => {
  let fd: number | undefined
  let bytes = 0

  const close = () => {
    if (fd !== undefined) closeSync(fd)
    fd = undefined
  }

  const openFile = () => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const opened = openSync(file, 'a', 0o600)
    bytes = fstatSync(opened).size
    fd = opened
    return opened
  }

  const rotate = () => {
    close()
    const isStillFull = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) >= maxBytes
    if (!isStillFull) return
    for (let number = keep - 1; number >= 1; number--) rename(backup(file, number), backup(file, number + 1))
    rename(file, backup(file, 1))
  }

  return {
    write: (text) => {
      try {
        if (fd !== undefined && bytes >= maxBytes) rotate()
        let target = fd ?? openFile()
        if (bytes >= maxBytes) {
          rotate()
          target = openFile()
        }
        bytes += writeSync(target, text)
      } catch {
        fd = undefined
      }
    },
    close,
  }
}
