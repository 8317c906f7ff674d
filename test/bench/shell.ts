import { spawn, type SpawnOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Ran {
  readonly wallMs: number
  readonly stdout: string
  /** Peak resident memory in bytes, sampled every 20 ms; null where there is no /proc. */
  readonly peakBytes: number | null
}

/** Runs a program to its end and measures it from outside. Throws with its last words when it fails. */
export function measure(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const output = { stdout: '', stderr: '' }
    child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
    let peakBytes: number | null = null
    const sampling = setInterval(() => (peakBytes = readPeak(child.pid) ?? peakBytes), 20)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(sampling)
      const wallMs = performance.now() - started
      if (code === 0) setImmediate(() => resolve({ wallMs, stdout: output.stdout, peakBytes }))
      else
        reject(
          new Error(
            `${program} ${args.join(' ')} gave ${code}: ${output.stderr.slice(-2000)}${output.stdout.slice(-500)}`,
          ),
        )
    })
  })
}

function readPeak(pid: number | undefined): number | null {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? Number(line[1]) * 1024 : null
  } catch {
    return null
  }
}
