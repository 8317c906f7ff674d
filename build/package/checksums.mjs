// SHA256SUMS.txt beside the packages, as `sha256sum --check` reads it: a person can compare what they downloaded.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Writes it anew for these files, which all lie in `folder`. */
export function writeChecksums(folder, files) {
  const lines = files.map((file) => {
    const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
    return `${sum}  ${basename(file)}\n`
  })
  writeFileSync(join(folder, 'SHA256SUMS.txt'), lines.join(''))
}
