/** Each key's values in what `reg export` wrote (UTF-16LE); other kinds than strings as they are written. */
export function parseRegistryKeys(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = new TextDecoder('utf-16le').decode(bytes)
  const keys = new Map<string, Map<string, string>>()
  let values = new Map<string, string>()
  // A long binary value goes on in the next line.
  for (const line of text.replaceAll(/\\\r?\n\s*/g, '').split(/\r?\n/)) {
    const key = /^\[(.+)\]$/.exec(line)?.[1]
    if (key !== undefined) keys.set(key, (values = new Map<string, string>()))
    const [, name, written] = /^"((?:[^"\\]|\\.)*)"=(.*)$/.exec(line) ?? []
    if (name !== undefined && written !== undefined) values.set(name, readValue(written.trim()))
  }
  return keys
}

/** `hex(2)` is REG_EXPAND_SZ: the characters in UTF-16LE, with a NUL at the end. */
function readValue(written: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(written)?.[1]
  if (quoted !== undefined) return quoted.replaceAll(/\\(.)/g, '$1')
  const hex = /^hex\(2\):([0-9a-f,]*)$/i.exec(written)?.[1]
  if (hex === undefined) return written
  return Buffer.from(hex.replaceAll(',', ''), 'hex').toString('utf16le').replace(/\0+$/, '')
}
