import iconv from 'iconv-lite'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a program's output: UTF-8, and on Windows GBK where the bytes are not UTF-8.
 *
 * With `LC_ALL=C` messages are English, but paths and user names in them come in the ANSI code page.
 */
export const decodeOutput = (bytes: Uint8Array, platform: NodeJS.Platform = process.platform): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return platform === 'win32' ? iconv.decode(buffer, 'gbk') : buffer.toString('utf8')
  }
}
