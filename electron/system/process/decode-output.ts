import iconv from 'iconv-lite'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe

const UTF8_CODE_PAGE = 65_001
let ansi = 'gbk'

/** Says what this Windows' ANSI code page is, for `decodeOutput`; GBK while that is not known. */
export const decodeAnsiAs = (codePage: number | undefined): void => {
  const name = codePage === UTF8_CODE_PAGE ? 'utf8' : `cp${codePage ?? 936}`
  ansi = iconv.encodingExists(name) ? name : 'gbk'
}

/**
 * The text of a program's output: UTF-8, UTF-16 where it begins with that mark, and on Windows the ANSI code page where the bytes are not UTF-8.
 *
 * With `LC_ALL=C` messages are English, but paths and user names in them come in the ANSI code page.
 */
export const decodeOutput = (bytes: Uint8Array, platform: NodeJS.Platform = process.platform): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (isUtf16(bytes)) return buffer.subarray(2).toString('utf16le')
    return platform === 'win32' ? iconv.decode(buffer, ansi) : buffer.toString('utf8')
  }
}
