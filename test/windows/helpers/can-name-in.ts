import { readAnsiCodePage } from '../../../electron/system/platform/windows-code-page.ts'
import { findOutsideCodePage } from '../../../electron/system/platform/windows-paths.ts'

/** Whether folders with these characters can be given to server programs here: a Chinese Windows has Chinese ones. */
export const canNameIn = async (characters: string): Promise<boolean> => {
  const codePage = await readAnsiCodePage()
  return codePage !== undefined && findOutsideCodePage(characters, codePage) === ''
}
