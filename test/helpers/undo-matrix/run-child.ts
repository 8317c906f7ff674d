import { execFile } from 'node:child_process'
import type { FaultReply, FaultRequest } from '../fault-program.ts'

/** Runs the fault program to its end, or to its kill; fails when it ends in any other way. */
export const runChild = (program: string, request: FaultRequest): Promise<FaultReply | 'killed'> =>
  new Promise((resolve, reject) => {
    const options = { encoding: 'utf8', timeout: 120_000, killSignal: 'SIGTERM', maxBuffer: 1e7 } as const
    execFile(process.execPath, [program, JSON.stringify(request)], options, (error, stdout, stderr) => {
      // Windows knows no signals: what ended itself so has a code, and said nothing.
      const saidNothing = process.platform === 'win32' && stdout === '' && stderr === ''
      const endedItself = saidNothing && error?.killed === false
      if (error?.signal === 'SIGKILL' || endedItself) resolve('killed')
      else if (error !== null) reject(new Error(`the program failed: ${stderr || error.message}`))
      else resolve(JSON.parse(stdout) as FaultReply)
    })
  })
