import { type ChildProcess, execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The built command line; PGTANDEM_TEST_PROGRAM names another one, whose page lies beside it. */
const program = process.env['PGTANDEM_TEST_PROGRAM'] ?? path.join(root, 'dist/cli/pgtandem.mjs')

const run = promisify(execFile)
const environment = (home: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PGTANDEM_HOME: home,
  LC_ALL: 'C',
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
})

/** Runs a command of PgTandem in a home, agreeing to what is asked; its output. Fails with its output unless it ends well. */
export async function pgtandem(home: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [program, ...args, '--yes'], { env: environment(home) })
  return stdout
}

/** The first value that a statement returns. */
export async function ask(home: string, name: string, sql: string): Promise<string | null> {
  const answer = JSON.parse(await pgtandem(home, 'sql', name, '-c', sql, '--json')) as {
    readonly rows: readonly (readonly (string | null)[])[]
  }
  return answer.rows[0]?.[0] ?? null
}

/** The program that serves the page of a home. */
export interface Host {
  /** With its key. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** By SIGTERM unless told otherwise; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

const SERVES_WITHIN_MS = 20_000

/** Serves a home on a port, 0: any; resolves when its page can be opened. */
export async function serve(home: string, port = 0): Promise<Host> {
  const child = spawn(process.execPath, [program, 'serve', '--json', '--port', String(port)], {
    env: environment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve())
  })
  const address = JSON.parse(await firstLine(child)) as Omit<Host, 'stop'>
  return {
    ...address,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [said, noted] = ['', '']
    const fail = (why: string): void => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`${why}: ${said}${noted}`))
    }
    const timer = setTimeout(() => fail('the page is not served in time'), SERVES_WITHIN_MS)
    child.stderr?.on('data', (data: Buffer) => {
      noted += data.toString()
    })
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      if (!said.includes('\n')) return
      clearTimeout(timer)
      resolve(said)
    })
    child.on('close', (code) => fail(`serve ended with ${String(code)}`))
  })
}
