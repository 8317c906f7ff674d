import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { commandLine } from './programs.ts'

export interface CommandLineEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CommandLine {
  readonly home: string
  run(...args: readonly string[]): Promise<CommandLineEnd>
  /** What `--json` printed; fails unless the command succeeds. */
  document(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>>
}

/** The built command line in processes of its own, over a home; its output goes to files beside that, as with `> file`. */
export const createCommandLine = (home: string): CommandLine => {
  const files = { stdout: path.join(home, '..', 'stdout.txt'), stderr: path.join(home, '..', 'stderr.txt') }
  const run: CommandLine['run'] = async (...args) => {
    await mkdir(path.dirname(home), { recursive: true })
    const [out, err] = [await open(files.stdout, 'w'), await open(files.stderr, 'w')]
    try {
      const child = spawn(process.execPath, [commandLine, ...args], {
        stdio: ['ignore', out.fd, err.fd],
        env: { ...process.env, PGTANDEM_HOME: home },
      })
      const [code] = (await once(child, 'exit')) as [number | null]
      const [stdout, stderr] = await Promise.all(
        [files.stdout, files.stderr].map((file) => readFile(file, 'utf8')),
      )
      return { code, stdout: stdout ?? '', stderr: stderr ?? '' }
    } finally {
      await out.close()
      await err.close()
    }
  }
  return {
    home,
    run,
    document: async (...args) => {
      const { code, stdout, stderr } = await run(...args, '--json')
      if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stdout}${stderr}`)
      return JSON.parse(stdout) as Record<string, unknown>
    },
  }
}
