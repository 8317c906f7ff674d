/**
 * The `Base Directory` of every installation in a file that `reg export HKLM\SOFTWARE\PostgreSQL\Installations` wrote.
 *
 * That file is UTF-16LE with a byte order mark, and so keeps Chinese paths, which `reg query` loses. Quotes and
 * backslashes in values are escaped by a backslash.
 */
export const parseRegistryExport = (bytes: Uint8Array): readonly string[] => {
  const text = new TextDecoder('utf-16le').decode(bytes)
  return [...text.matchAll(/^"Base Directory"="((?:[^"\\]|\\.)*)"\s*$/gim)]
    .map(([, value = '']) => value.replaceAll(/\\(.)/g, '$1'))
    .filter((folder) => folder !== '')
}
