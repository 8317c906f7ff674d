import path from 'node:path'

/**
 * What PostgreSQL's programs need in their environment besides what every program gets.
 *
 * On Windows their libraries are found by PATH, and another PostgreSQL's may stand there first. Elsewhere nothing:
 * LD_LIBRARY_PATH would also be seen by the programs that an archive_command runs.
 */
export const programEnv = (
  binDir: string,
  platform: NodeJS.Platform = process.platform,
  inherited: NodeJS.ProcessEnv = process.env,
): Record<string, string> => {
  if (platform !== 'win32') return {}
  const found = Object.entries(inherited).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? ''
  return { PATH: [path.win32.normalize(binDir), found].filter((part) => part !== '').join(';') }
}
