/** Of the names in a folder, those that `include_dir` takes, in its order (GetConfFilesInDir in conffiles.c): by bytes. */
export const includedNames = (names: readonly string[]): readonly string[] =>
  names
    .filter((name) => name.endsWith('.conf') && !name.startsWith('.'))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
