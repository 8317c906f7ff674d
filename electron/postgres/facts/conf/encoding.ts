/** How a file's bytes became text: UTF-8 where that is lossless, else one character for each byte. */
export type ConfEncoding = 'utf8' | 'latin1'

/**
 * A configuration file's bytes as text from which {@link encodeConf} makes the same bytes again.
 *
 * Files edited on a Chinese Windows may hold GBK; nothing outside the changed lines may suffer from that.
 */
export function decodeConf(bytes: Uint8Array): { readonly text: string; readonly encoding: ConfEncoding } {
  const buffer = Buffer.from(bytes)
  const text = buffer.toString('utf8')
  if (Buffer.from(text, 'utf8').equals(buffer)) return { text, encoding: 'utf8' }
  return { text: buffer.toString('latin1'), encoding: 'latin1' }
}

/** The bytes to write. In a file that is not UTF-8, characters that only we put in (past U+00FF) go in as UTF-8. */
export function encodeConf(text: string, encoding: ConfEncoding): Uint8Array {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8')
  return Buffer.concat(
    Array.from(text, (character) => Buffer.from(character, character > '\u00ff' ? 'utf8' : 'latin1')),
  )
}
