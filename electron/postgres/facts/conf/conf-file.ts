import { type ConfLine, lowerAscii, parseConfLine, type SettingLine } from './conf-line.ts'

/** A configuration file as its lines. A file that ends with a line feed has an empty last line. */
export interface ConfFile {
  readonly lines: readonly ConfLine[]
}

/** Reads postgresql.conf, postgresql.auto.conf, an included file or recovery.conf; nothing of the text is lost. */
export function parseConf(text: string): ConfFile {
  return { lines: text.split('\n').map((line) => parseConfLine(line)) }
}

/** The file's text; of an unchanged file the very text it was parsed from. */
export function printConf(file: ConfFile): string {
  return file.lines.map((line) => line.text).join('\n')
}

/** The value this file gives the setting (its last active line), undefined if none. Included files are not looked into. */
export function getSetting(file: ConfFile, name: string): string | undefined {
  return settingLines(file, name).at(-1)?.line.value
}

/** The active lines that give this setting a value, with their indexes, first to last; the last one counts. */
export function settingLines(
  file: ConfFile,
  name: string,
): readonly { readonly index: number; readonly line: SettingLine }[] {
  const key = lowerAscii(name)
  return file.lines.flatMap((line, index) =>
    line.kind === 'setting' && line.name === key ? [{ index, line }] : [],
  )
}
