/** A line by which a server (or its loader) says that it does not go on. LOG lines count when they name a reason that FATAL lines only follow. */
const fatal =
  /(?:^|\s)(?:FATAL|PANIC):\s|^(?:postgres|.*postgres(?:\.exe)?): (?:could not|error|FATAL)|error while loading shared libraries|Library not loaded|is not permitted|cannot create|Permission denied/

/** Whether the lines of a start hold one that ends it. */
export const saysFatal = (lines: readonly string[]): boolean => lines.some((line) => fatal.test(line))

/** The line that tells a person most: the reason before the FATAL line (a port that is taken is said in a LOG line), else that line. */
export const pickReason = (lines: readonly string[]): string | null =>
  lines.find((line) =>
    /could not bind|could not create lock file|contains errors|unrecognized configuration/.test(line),
  ) ??
  lines.find((line) => fatal.test(line)) ??
  lines.at(-1) ??
  null

/** What a crash left in the way of a start: memory that children of the dead server still use, or one of its lock files. */
export const findObstacle = (
  lines: readonly string[],
): 'memory' | { readonly lockFile: string } | undefined => {
  if (lines.some((line) => /pre-existing shared memory block .*is still in use/.test(line))) return 'memory'
  const lockFile = lines
    .map((line) => /lock file "(.+)" already exists/.exec(line)?.[1])
    .find((file) => file !== undefined)
  return lockFile === undefined ? undefined : { lockFile }
}
