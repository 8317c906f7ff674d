import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAlive, type ProcessIdentity } from '../../../../electron/system/process/identity.ts'
import { runProgram } from '../../../../electron/system/process/run-program.ts'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'

const node = process.execPath
const script = (text: string) => ['-e', text] as const
const failure = async (run: Promise<unknown>): Promise<PgTandemError> => {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof PgTandemError) return error
  throw new Error(`expected a PgTandemError, got ${String(error)}`)
}

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'run-program-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

describe('runProgram', () => {
  it('hands arguments over as they are and returns both streams', async () => {
    const text = 'process.stdout.write(process.argv[1]); process.stderr.write("seen")'
    const result = await runProgram(node, [...script(text), '$HOME "x" ; echo `id`'])
    expect(result).toEqual({ exitCode: 0, stdout: '$HOME "x" ; echo `id`', stderr: 'seen' })
  })

  it('gives programs a neutral directory and an environment without stray PG variables', async () => {
    process.env['PGDATA'] = '/somewhere/else'
    process.env['ELECTRON_RUN_AS_NODE'] = '1'
    try {
      const text = 'console.log(JSON.stringify({ env: process.env, cwd: process.cwd() }))'
      const { stdout } = await runProgram(node, script(text), { env: { PGPASSFILE: '/p' } })
      const said = JSON.parse(stdout) as { env: Record<string, string>; cwd: string }
      expect(said.cwd).toBe(path.parse(os.tmpdir()).root)
      expect(said.env).toMatchObject({
        LC_ALL: 'C',
        LC_MESSAGES: 'C',
        LANGUAGE: '',
        PGCLIENTENCODING: 'UTF8',
        PGPASSFILE: '/p',
      })
      expect(said.env).not.toHaveProperty('PGDATA')
      expect(said.env).not.toHaveProperty('ELECTRON_RUN_AS_NODE')
    } finally {
      delete process.env['PGDATA']
      delete process.env['ELECTRON_RUN_AS_NODE']
    }
  })

  it('feeds the input and delivers lines, a carriage return ending one too', async () => {
    const lines: string[] = []
    const text =
      'process.stdin.pipe(process.stdout); process.stdin.on("end", () => process.stderr.write("10%\\r20%\\r\\nend"))'
    const { stdout } = await runProgram(node, script(text), {
      input: '一\n二\n',
      onLine: (line, stream) => lines.push(`${stream} ${line}`),
    })
    expect(stdout).toBe('一\n二\n')
    expect(lines.filter((line) => line.startsWith('stdout'))).toEqual(['stdout 一', 'stdout 二'])
    expect(lines.filter((line) => line.startsWith('stderr'))).toEqual([
      'stderr 10%',
      'stderr 20%',
      'stderr end',
    ])
  })

  it('keeps the last megabyte of a flood', async () => {
    const text = 'for (let i = 0; i < 400000; i++) console.log("line " + i)'
    const { stdout } = await runProgram(node, script(text))
    expect(stdout.length).toBe(1024 * 1024)
    expect(stdout.endsWith('line 399999\n')).toBe(true)
  })

  it('gives the line that tells the error as the reason, and not the hint after it', async () => {
    const text =
      'console.error("starting"); console.error("initdb: error: no"); console.error("initdb: hint: x"); process.exit(1)'
    const error = await failure(runProgram(node, script(text)))
    expect(error.params).toMatchObject({ lastLine: 'initdb: error: no' })
  })

  it('names program, exit code and last line of a failure, without the secret', async () => {
    const text = 'console.error("first"); console.error("no, " + process.argv[1]); process.exit(3)'
    const lines: string[] = []
    const error = await failure(
      runProgram(node, [...script(text), 'geheim'], {
        redact: ['geheim'],
        onLine: (line) => lines.push(line),
      }),
    )
    expect(error.code).toBe('program-failed')
    expect(error.params).toEqual({ program: node, exitCode: 3, lastLine: 'no, ***' })
    expect(error.details).toEqual({
      program: node,
      args: ['-e', text, '***'],
      exitCode: 3,
      lastLines: ['first', 'no, ***'],
    })
    expect(lines).toEqual(['first', 'no, ***'])
  })

  it('returns an exit code that its caller expects', async () => {
    const { exitCode } = await runProgram(node, script('process.exit(3)'), { expectedExitCodes: [0, 3] })
    expect(exitCode).toBe(3)
  })

  it('tells a missing program from one that may not be run and from a missing directory', async () => {
    const closed = path.join(directory, 'closed')
    await writeFile(closed, '#!/bin/sh\n')
    await chmod(closed, 0o644)
    expect((await failure(runProgram(path.join(directory, 'absent'), []))).code).toBe('program-missing')
    expect((await failure(runProgram(closed, []))).code).toMatch(/^program-not-(executable|started)$/)
    expect((await failure(runProgram(node, [], { cwd: path.join(directory, 'no') }))).code).toBe(
      'working-directory-missing',
    )
  })

  it('ends a program that is cancelled, by force when it will not listen', async () => {
    const controller = new AbortController()
    let identity: ProcessIdentity | undefined
    const text = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)'
    const run = runProgram(node, script(text), {
      signal: controller.signal,
      killGraceMs: 200,
      onSpawn: (spawned) => void (identity = spawned),
      onLine: () => controller.abort(),
    })
    expect((await failure(run)).code).toBe('cancelled')
    expect(identity).toBeDefined()
    expect(identity !== undefined && (await isAlive(identity))).toBe(false)
  })

  it('does not start a program when it is cancelled before', async () => {
    const marker = path.join(directory, 'started')
    const text = `require('fs').writeFileSync(${JSON.stringify(marker)}, '')`
    const run = runProgram(node, script(text), { signal: AbortSignal.abort() })
    expect((await failure(run)).code).toBe('cancelled')
    expect(existsSync(marker)).toBe(false)
  })

  it('leaves a cancelled program alone when asked to', async () => {
    const controller = new AbortController()
    let identity: ProcessIdentity | undefined
    const run = runProgram(node, script('setTimeout(() => {}, 30000)'), {
      signal: controller.signal,
      stdio: 'ignore',
      killOnAbort: false,
      onSpawn: (spawned) => {
        identity = spawned
        controller.abort()
      },
    })
    expect((await failure(run)).code).toBe('cancelled')
    if (identity === undefined) throw new Error('onSpawn was not called')
    expect(await isAlive(identity)).toBe(true)
    process.kill(identity.pid, 'SIGKILL')
  })

  it('ends a program that takes too long', async () => {
    const error = await failure(runProgram(node, script('setInterval(() => {}, 1000)'), { timeoutMs: 1000 }))
    expect(error.code).toBe('program-timed-out')
    expect(error.params).toEqual({ program: node, seconds: 1 })
  })

  it('names the signal that ended a program', async () => {
    const error = await failure(runProgram(node, script('process.kill(process.pid, "SIGKILL")')))
    expect(error.code).toBe(process.platform === 'win32' ? 'program-failed' : 'program-killed')
  })

  it('ends a program whose spawn could not be written down', async () => {
    let identity: ProcessIdentity | undefined
    const run = runProgram(node, script('setInterval(() => {}, 1000)'), {
      onSpawn: (spawned) => {
        identity = spawned
        throw new Error('disk full')
      },
    })
    await expect(run).rejects.toThrow('disk full')
    expect(identity !== undefined && (await isAlive(identity))).toBe(false)
  })

  it.each(['ignore', 'capture'] as const)(
    'does not wait for a grandchild that keeps its streams (%s)',
    async (stdio) => {
      const text =
        'const c = require("child_process").spawn(process.execPath, ["-e", "setTimeout(() => {}, 20000)"],' +
        ' { stdio: "inherit", detached: true }); c.unref(); require("fs").writeFileSync(process.argv[1], String(c.pid)); console.log("left")'
      const pidFile = path.join(directory, `pid-${stdio}`)
      const startedAt = Date.now()
      const { stdout } = await runProgram(node, [...script(text), pidFile], { stdio })
      expect(Date.now() - startedAt).toBeLessThan(8000)
      expect(stdout).toBe(stdio === 'ignore' ? '' : 'left\n')
      const { readFile } = await import('node:fs/promises')
      process.kill(Number(await readFile(pidFile, 'utf8')), 'SIGKILL')
    },
  )

  it.skipIf(process.platform === 'win32')(
    'ends what a cancelled program started, when asked to',
    async () => {
      const controller = new AbortController()
      let grandchild = 0
      const text =
        'const c = require("child_process").spawn("sleep", ["30"], { stdio: "inherit" }); console.log(c.pid); setInterval(() => {}, 1000)'
      const run = runProgram(node, script(text), {
        signal: controller.signal,
        killChildren: true,
        onLine: (line) => {
          grandchild = Number(line)
          controller.abort()
        },
      })
      expect((await failure(run)).code).toBe('cancelled')
      const { readIdentity } = await import('../../../../electron/system/process/identity.ts')
      expect(grandchild).toBeGreaterThan(0)
      expect(await readIdentity(grandchild)).toBeUndefined()
    },
  )
})
