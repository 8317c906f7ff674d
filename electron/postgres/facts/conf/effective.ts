import path from 'node:path'
import type { ConfProblem } from '../../../../shared/model/readings.ts'
import { parseConf } from './conf-file.ts'
import type { ConfLine } from './conf-line.ts'
import { includedNames } from './included-names.ts'

/** How configuration files are reached; the caller reads them. */
export interface ConfFiles {
  /** Absolute path of postgresql.conf. */
  readonly main: string
  /** A file's text, undefined if it cannot be read. */
  readonly read: (path: string) => string | undefined
  /** Names of the files (not folders) in a folder, undefined if it cannot be read. */
  readonly list: (dir: string) => readonly string[] | undefined
}

/** A setting as the files give it. */
export interface EffectiveSetting {
  readonly value: string
  readonly file: string
  /** From 1. */
  readonly line: number
  /** `auto`: from postgresql.auto.conf, which wins over every other file. */
  readonly source: 'file' | 'auto'
  /** What would count if `file` did not set it; absent where no other file does. */
  readonly beneath?: string
}

/** What all files together say. */
export interface EffectiveSettings {
  /** By name in lower case. */
  readonly settings: ReadonlyMap<string, EffectiveSetting>
  readonly problems: readonly ConfProblem[]
  /** Files and folders that are included by an absolute path, there or not: a copy of postgresql.conf includes the very same. */
  readonly absoluteIncludes: readonly string[]
}

interface Reading {
  readonly files: ConfFiles
  readonly source: 'file' | 'auto'
  readonly settings: Map<string, EffectiveSetting>
  readonly problems: ConfProblem[]
  readonly absoluteIncludes: Set<string>
  /** What is read now was reached by an absolute path. */
  readonly isAbsolute: boolean
}

/** As the server's CONF_FILE_MAX_DEPTH. A file that includes itself is found at once, not at this depth. */
const maxDepth = 10

/**
 * The settings that postgresql.conf, its includes and, if its path is given, postgresql.auto.conf result in.
 *
 * A broken line is reported and passed over: what comes after it is still listed, though the server would not apply it.
 * Command-line options of the server are not in files and so not in here.
 */
export function effectiveSettings(files: ConfFiles, autoConf?: string): EffectiveSettings {
  const settings = new Map<string, EffectiveSetting>()
  const problems: ConfProblem[] = []
  const absoluteIncludes = new Set<string>()
  const common = { files, settings, problems, absoluteIncludes, isAbsolute: false }
  const text = files.read(files.main)
  if (text === undefined) {
    problems.push({ kind: 'unreadable-file', file: files.main, line: 0, text: files.main })
  } else {
    readInto({ ...common, source: 'file' }, files.main, text, [])
  }
  const autoText = autoConf === undefined ? undefined : files.read(autoConf)
  if (autoConf !== undefined && autoText !== undefined) {
    readInto({ ...common, source: 'auto' }, autoConf, autoText, [])
  }
  return { settings, problems, absoluteIncludes: [...absoluteIncludes] }
}

function readInto(reading: Reading, file: string, text: string, above: readonly string[]): void {
  for (const [index, line] of parseConf(text).lines.entries()) {
    const place = { file, line: index + 1 }
    if (line.kind === 'setting') {
      const before = reading.settings.get(line.name)
      const beneath = before?.file === file ? before.beneath : before?.value
      reading.settings.delete(line.name)
      reading.settings.set(line.name, {
        value: line.value,
        ...place,
        source: reading.source,
        ...(beneath === undefined ? {} : { beneath }),
      })
    } else if (line.kind === 'broken') {
      reading.problems.push({ kind: 'broken-line', ...place, text: line.text })
    } else if (line.kind === 'include') {
      const problem = readIncluded(reading, [...above, file], line)
      if (problem !== undefined) reading.problems.push({ kind: problem, ...place, text: line.text })
    }
  }
}

function readIncluded(
  outer: Reading,
  above: readonly string[],
  line: ConfLine & { readonly kind: 'include' },
): ConfProblem['kind'] | undefined {
  if (above.length > maxDepth) return 'includes-too-deep'
  if (line.path.trim() === '') return 'unreadable-file'
  const target = path.resolve(path.dirname(above.at(-1) ?? ''), line.path)
  const reading = { ...outer, isAbsolute: outer.isAbsolute || path.isAbsolute(line.path) }
  if (reading.isAbsolute) reading.absoluteIncludes.add(target)
  if (line.directive === 'include_dir') return readFolder(reading, target, above)
  if (above.includes(target)) return 'includes-too-deep'
  const text = reading.files.read(target)
  if (text !== undefined) readInto(reading, target, text, above)
  else if (line.directive === 'include') return 'unreadable-file'
  return undefined
}

function readFolder(
  reading: Reading,
  dir: string,
  above: readonly string[],
): ConfProblem['kind'] | undefined {
  const names = reading.files.list(dir)
  if (names === undefined) return 'unreadable-file'
  let problem: ConfProblem['kind'] | undefined
  for (const name of includedNames(names)) {
    const file = path.join(dir, name)
    const text = reading.files.read(file)
    if (above.includes(file)) problem = 'includes-too-deep'
    else if (text === undefined) problem = 'unreadable-file'
    else readInto(reading, file, text, above)
  }
  return problem
}
