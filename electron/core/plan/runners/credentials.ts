import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import {
  ensurePassfileEntries,
  readUserPassword,
  removePassfileEntry,
} from '../../../postgres/credentials/passfile.ts'
import { entryForUser, type PassfileEntry } from '../../../postgres/credentials/passfile-format.ts'
import {
  buildEnsureRole,
  buildRestoreRole,
  readRole,
  type RoleBefore,
} from '../../../postgres/credentials/replication-role.ts'
import { generatePassword, scramVerifier } from '../../../postgres/credentials/scram.ts'
import type { StepRunner } from '../job/step-runner.ts'
import type { RemovePassfileStep, ReplicationRoleStep, WritePassfileStep } from '../steps/credentials.ts'
import { exists, removeEmptyUpTo, topmostMissing } from './directories.ts'

export const writePassfileRunner: StepRunner<WritePassfileStep> = {
  async before({ passfile, users }, { keepSecret }) {
    const missing: string[] = []
    const standing: [user: string, password: string][] = []
    for (const user of users) {
      const password = await readUserPassword(passfile, user)
      if (password === null) missing.push(user)
      else standing.push([user, password])
    }
    if (standing.length > 0) await keepSecret(standing)
    return { existed: await exists(passfile), made: await topmostMissing(dirname(passfile)), missing }
  },
  async run({ passfile, users, copyFrom }, { inside }) {
    await mkdir(dirname(passfile), { recursive: true, mode: 0o700 })
    const wanted: PassfileEntry[] = []
    for (const user of users) {
      const standing = await readUserPassword(passfile, user)
      const copied = copyFrom === null ? null : await readUserPassword(copyFrom, user)
      const password = copyFrom === null ? (standing ?? generatePassword()) : copied
      if (password !== null && password !== standing) wanted.push(entryForUser(user, password))
    }
    if (wanted.length > 0) await ensurePassfileEntries(passfile, wanted)
    await inside()
  },
  async undo({ passfile }, { readSecret }, { existed, made, missing }) {
    if (existed !== true) {
      await rm(passfile, { force: true })
      if (typeof made === 'string') await removeEmptyUpTo(dirname(passfile), made)
      return
    }
    for (const user of missing as string[]) {
      const { password: _password, ...entry } = entryForUser(user, '')
      await removePassfileEntry(passfile, entry)
    }
    const standing = ((await readSecret()) ?? []) as readonly [user: string, password: string][]
    const entries = standing.map(([user, password]) => entryForUser(user, password))
    if (entries.length > 0) await ensurePassfileEntries(passfile, entries)
  },
}

export const removePassfileRunner: StepRunner<RemovePassfileStep> = {
  run: ({ passfile }) => rm(passfile, { force: true }),
  hasHappened: async ({ passfile }) => !(await exists(passfile)),
}

/** What a journal may hold of a role; its verifier is kept in the job's private folder. */
type JournalledRole = Omit<RoleBefore, 'verifier'> | null

export const replicationRoleRunner: StepRunner<ReplicationRoleStep> = {
  async before({ role, instance }, context) {
    const before = await readRole(await context.session(instance ?? ''), role)
    if (before === null) return { role: null }
    const { verifier, ...rest } = before
    await context.keepSecret(verifier)
    return { role: rest }
  },
  async run({ role, instance, connectionLimit, passfile, setPassword }, { session, inside }) {
    const password = setPassword ? await readUserPassword(passfile, role) : null
    if (setPassword && password === null)
      throw new PgTandemError('password-missing', { user: role, instance: instance ?? '' })
    const open = await session(instance ?? '')
    const verifier = password === null ? null : scramVerifier(password)
    const statement = buildEnsureRole({ role, connectionLimit, verifier }, await readRole(open, role))
    if (statement !== null) await open.simple(statement)
    await inside()
  },
  async undo({ role, instance }, { session, readSecret }, before) {
    const journalled = before['role'] as JournalledRole
    const secret = await readSecret()
    const verifier = typeof secret === 'string' ? secret : null
    const open = await session(instance ?? '')
    await open.simple(buildRestoreRole(role, journalled === null ? null : { ...journalled, verifier }))
  },
}
