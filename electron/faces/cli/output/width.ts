const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const narrowless = /[\p{Mn}\p{Me}\p{Cf}]/u

/** How many columns of a terminal a text takes: two for Chinese, Japanese and Korean characters, none for combining marks. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += wide.test(char) ? 2 : narrowless.test(char) ? 0 : 1
  return width
}

/** Filled up with spaces to a width. */
export function padText(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)))
  return side === 'left' ? text + space : space + text
}
