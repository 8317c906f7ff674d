import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import {
  ensurePassfileEntries,
  readUserPassword,
  removePassfileEntries,
} from '../../../postgres/credentials/passfile.ts'
import { entryForUser, type PassfileEntry } from '../../../postgres/credentials/passfile-format.ts'
import {
  buildEnsureRole,
  buildRestoreRole,
  readRole,
  type RoleState,
  type VerifierChange,
} from '../../../postgres/credentials/replication-role.ts'
import { generatePassword, scramVerifier } from '../../../postgres/credentials/scram.ts'
import type { StepContext, StepRunner } from '../job/step-runner.ts'
import type { RemovePassfileStep, ReplicationRoleStep, WritePassfileStep } from '../steps/credentials.ts'
import { exists, removeEmptyUpTo, topmostMissing } from './directories.ts'

/** An entry that the step writes over what the passfile had; null for nothing. Passwords, so never in a journal. */
interface Written {
  readonly user: string
  readonly from: string | null
  readonly to: string
}

const readWritten = async ({ readSecret }: StepContext): Promise<readonly Written[]> =>
  ((await readSecret()) ?? []) as readonly Written[]

/** Remembers entries before they are written; of one that an interrupted run wrote, what it replaced. */
async function keepWritten(written: readonly Written[], context: StepContext): Promise<void> {
  const earlier = await readWritten(context)
  const isReplaced = ({ user }: Written): boolean => written.some((one) => one.user === user)
  const originalOf = ({ user, from }: Written): string | null => {
    const first = earlier.find((one) => one.user === user && one.to === from)
    return first === undefined ? from : first.from
  }
  await context.keepSecret([
    ...earlier.filter((one) => !isReplaced(one)),
    ...written.map((one) => ({ ...one, from: originalOf(one) })),
  ])
}

export const writePassfileRunner: StepRunner<WritePassfileStep> = {
  before: async ({ passfile }) => ({ made: await topmostMissing(dirname(passfile)) }),
  async run({ passfile, users, copyFrom }, context) {
    await mkdir(dirname(passfile), { recursive: true, mode: 0o700 })
    const wanted: Written[] = []
    for (const user of users) {
      const from = await readUserPassword(passfile, user)
      const copied = copyFrom === null ? null : await readUserPassword(copyFrom, user)
      const to = copyFrom === null ? (from ?? generatePassword()) : copied
      if (to !== null && to !== from) wanted.push({ user, from, to })
    }
    if (wanted.length > 0) {
      await keepWritten(wanted, context)
      await ensurePassfileEntries(
        passfile,
        wanted.map(({ user, to }) => entryForUser(user, to)),
      )
    }
    await context.inside()
  },
  /** The file is the user's as well: an entry that was changed since, or added, stays. */
  async undo({ passfile }, context, { made }) {
    const added: PassfileEntry[] = []
    const replaced: PassfileEntry[] = []
    for (const { user, from, to } of await readWritten(context)) {
      if ((await readUserPassword(passfile, user)) !== to) continue
      if (from === null) added.push(entryForUser(user, ''))
      else replaced.push(entryForUser(user, from))
    }
    await removePassfileEntries(passfile, added)
    if (replaced.length > 0) await ensurePassfileEntries(passfile, replaced)
    if (typeof made === 'string') await removeEmptyUpTo(dirname(passfile), made)
  },
}

export const removePassfileRunner: StepRunner<RemovePassfileStep> = {
  run: ({ passfile }) => rm(passfile, { force: true }),
  hasHappened: async ({ passfile }) => !(await exists(passfile)),
}

/** What a journal may hold of a role; verifiers are kept in the job's private folder. */
type JournalledRole = Omit<RoleState, 'verifier'> | null

async function makeVerifier({ role, instance, passfile }: ReplicationRoleStep): Promise<string> {
  const password = await readUserPassword(passfile, role)
  if (password === null) throw new PgTandemError('password-missing', { user: role, instance: instance ?? '' })
  return scramVerifier(password)
}

async function readVerifierChange({ readSecret }: StepContext): Promise<VerifierChange> {
  const kept = (await readSecret()) as VerifierChange | null
  if (kept === null)
    throw new Error('the verifiers of the role are no longer in the private folder of the job')
  return kept
}

export const replicationRoleRunner: StepRunner<ReplicationRoleStep> = {
  async before(step, context) {
    const before = await readRole(await context.session(step.instance ?? ''), step.role)
    if (before === null) return { role: null }
    const { verifier, ...rest } = before
    if (step.setPassword) await context.keepSecret({ from: verifier, to: await makeVerifier(step) })
    return { role: rest }
  },
  async run(step, context, before) {
    const { role, connectionLimit, setPassword } = step
    const makeOrRead = async (): Promise<string> =>
      before['role'] === null ? makeVerifier(step) : (await readVerifierChange(context)).to
    const verifier = setPassword ? await makeOrRead() : null
    const open = await context.session(step.instance ?? '')
    const statement = buildEnsureRole({ role, connectionLimit, verifier }, await readRole(open, role))
    if (statement !== null) await open.simple(statement)
    await context.inside()
  },
  async undo({ role, instance, setPassword }, context, before) {
    const stood = before['role'] as JournalledRole
    const changed = setPassword && stood !== null ? await readVerifierChange(context) : null
    const open = await context.session(instance ?? '')
    const statement = buildRestoreRole(role, stood, await readRole(open, role), changed)
    if (statement !== null) await open.simple(statement)
  },
}
