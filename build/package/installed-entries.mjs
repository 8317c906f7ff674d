// What the program's folder consists of, for the uninstaller: it removes these and nothing else, should somebody have put
// files of theirs beside them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const quoted = (name) => `"$INSTDIR\\${name.replaceAll('$', '$$$$')}"`

/** Writes the macro RemoveInstalledEntries for the folder. */
export function writeInstalledEntries(unpacked, file) {
  const lines = readdirSync(unpacked, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `  RMDir /r ${quoted(entry.name)}` : `  Delete ${quoted(entry.name)}`,
  )
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, ['!macro RemoveInstalledEntries', ...lines, '!macroend', ''].join('\n'))
}
