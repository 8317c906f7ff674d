import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { PgTandemError } from '../../../shared/errors/pgtandem-error.ts'
import { openKeyboard } from '../platform/console-input.ts'

/** A program that talks with the person itself, such as psql. */
export interface TerminalProgram {
  readonly program: string
  readonly args: readonly string[]
  /** On top of the inherited environment without `PG*`. */
  readonly env: Readonly<Record<string, string>>
}

/**
 * Runs a program with this process's terminal, in the user's language and folder, and resolves to its exit code.
 *
 * Ctrl-C is the program's own business meanwhile. Throws `program-missing`, `program-not-executable` or
 * `program-not-started`.
 */
export const runInTerminal = async ({ program, args, env }: TerminalProgram): Promise<number> => {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG.*|ELECTRON_RUN_AS_NODE)$/i.test(name))
  const keyboard = openKeyboard()
  const stdio = [keyboard ?? 'inherit', 'inherit', 'inherit'] as const
  const child = spawn(program, args, { stdio: [...stdio], env: { ...Object.fromEntries(kept), ...env } })
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new PgTandemError('program-missing', { program })
    if (code === 'EACCES') throw new PgTandemError('program-not-executable', { program })
    throw new PgTandemError('program-not-started', { program, reason: message }, {}, { cause: error })
  } finally {
    if (keyboard !== undefined) closeSync(keyboard)
  }
}
