/** A text as the editor gives it back: every line end is a line feed. The core puts the file's own back. */
export const plainLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

/** Whether an editor's text says something else than a file. */
export const differs = (edited: string, file: string): boolean => plainLines(edited) !== plainLines(file)
