/** A Boolean as parse_bool in bool.c reads it: any case, any unambiguous beginning of a word; undefined for anything else. */
export function parseConfBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase()
  if (word === '') return undefined
  if ('true'.startsWith(word) || 'yes'.startsWith(word) || word === 'on' || word === '1') return true
  const off = word.length >= 2 && 'off'.startsWith(word)
  return 'false'.startsWith(word) || 'no'.startsWith(word) || off || word === '0' ? false : undefined
}
