import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parsePidFile } from '../../../postgres/facts/pid-file.ts'
import {
  findPassword as findInPassfile,
  parsePassfile,
} from '../../../postgres/credentials/passfile-format.ts'
import type { CommandContext } from '../context.ts'

/** Whose password is wanted. */
export interface PasswordOf {
  readonly user: string
  /** Tells the port, where it runs. */
  readonly dataDir: string | null
}

/**
 * A password from where passwords may come from: PGPASSWORD, the passfile (PGPASSFILE or ~/.pgpass), a prompt, or the first
 * line of standard input; null when none gave one.
 */
export async function findPassword(
  { user, dataDir }: PasswordOf,
  instance: string,
  { env, prompts, t, out }: CommandContext,
): Promise<string | null> {
  const fromEnvironment = env['PGPASSWORD']
  if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment
  const known = await readPassfile(env, { user, port: await readPort(dataDir) })
  if (known !== null) return known
  if (prompts.interactive)
    return orNull(await prompts.askSecret(t.t('cli.password.prompt', { user, instance })))
  out.note(t.t('cli.password.stdin', { user, instance }))
  return orNull(await prompts.readSecretLine())
}

const orNull = (text: string): string | null => (text === '' ? null : text)

async function readPassfile(
  env: CommandContext['env'],
  { user, port }: { readonly user: string; readonly port: number },
): Promise<string | null> {
  const file = env['PGPASSFILE'] ?? defaultPassfile(env)
  const text = await readFile(file, 'utf8').catch(() => '')
  const { entries } = parsePassfile(text)
  const hosts = ['127.0.0.1', 'localhost']
  const found = hosts.map((host) => findInPassfile(entries, { host, port, database: 'postgres', user }))
  return found.find((password) => password !== null) ?? null
}

function defaultPassfile(env: CommandContext['env']): string {
  const appData = env['APPDATA']
  return process.platform === 'win32' && appData !== undefined
    ? path.join(appData, 'postgresql', 'pgpass.conf')
    : path.join(os.homedir(), '.pgpass')
}

/** 5432 where it cannot be seen. */
async function readPort(dataDir: string | null): Promise<number> {
  if (dataDir === null) return 5432
  const text = await readFile(path.join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const found = parsePidFile(text)
  return 'port' in found ? found.port : 5432
}
