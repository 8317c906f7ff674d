import type { StepBase, Unnumbered } from './step-base.ts'

/**
 * Writes an instance's passfile: passwords are made, copied from another passfile, or left to what is there.
 *
 * The plan names files and users only; a password exists nowhere but in the passfile.
 */
export interface WritePassfileStep extends StepBase<'write-passfile'> {
  readonly passfile: string
  /** Users that must have an entry. Made at random when `copyFrom` has none. */
  readonly users: readonly string[]
  /** The upstream's passfile: a standby has its primary's roles and so its passwords. */
  readonly copyFrom: string | null
}

/** Deletes an instance's passfile; the last thing that `remove --delete-data` does. */
export interface RemovePassfileStep extends StepBase<'remove-passfile'> {
  readonly passfile: string
}

/** Makes the role that standbys connect as, or gives an existing one what it lacks. */
export interface ReplicationRoleStep extends StepBase<'replication-role'> {
  readonly role: string
  /** -1: no limit. */
  readonly connectionLimit: number
  /** Holds the role's password; the server is sent a SCRAM verifier made from it. */
  readonly passfile: string
  /** False where a role stands and its password is known: then only REPLICATION and LOGIN are ensured. */
  readonly setPassword: boolean
}

export const writePassfile = (
  instance: string,
  passfile: string,
  users: readonly string[],
  copyFrom: string | null = null,
): Unnumbered<WritePassfileStep> => ({
  kind: 'write-passfile',
  instance,
  passfile,
  users,
  copyFrom,
  title: { key: 'steps.write-passfile', params: { passfile, users: users.join(', ') } },
  undo: 'inverse',
})

export const removePassfile = (instance: string, passfile: string): Unnumbered<RemovePassfileStep> => ({
  kind: 'remove-passfile',
  instance,
  passfile,
  title: { key: 'steps.remove-passfile', params: { passfile } },
  undo: 'point-of-no-return',
})

export const replicationRole = (
  instance: string,
  role: Pick<ReplicationRoleStep, 'role' | 'connectionLimit' | 'passfile' | 'setPassword'>,
): Unnumbered<ReplicationRoleStep> => ({
  kind: 'replication-role',
  instance,
  ...role,
  title: { key: 'steps.replication-role', params: { role: role.role, instance } },
  undo: 'inverse',
})
