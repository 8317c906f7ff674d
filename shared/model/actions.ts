import type { InstanceStatus } from './instance-status.ts'

/** Everything that a button, a tray item or a command can do with one instance. */
export const actions = [
  'start',
  'stop',
  'restart',
  'reload',
  'promote',
  'clone',
  'pause',
  'resume',
  'synchronous',
  'verify',
  'sql',
  'configure',
  'reclone',
  'remove',
] as const

export type Action = (typeof actions)[number]

/** What the allowed actions depend on. */
export interface ActionContext {
  /** A standby was promoted in its place. */
  readonly superseded: boolean
}

type Subject = Pick<InstanceStatus, 'state' | 'role'> & Partial<Pick<InstanceStatus, 'findings'>>

const whenRunning = {
  primary: ['stop', 'restart', 'reload', 'clone', 'sql', 'configure', 'remove'],
  standby: [
    'stop',
    'restart',
    'reload',
    'promote',
    'clone',
    'pause',
    'resume',
    'synchronous',
    'verify',
    'sql',
    'configure',
    'reclone',
    'remove',
  ],
  unknown: ['stop', 'restart', 'reload', 'configure', 'remove'],
} as const satisfies Record<InstanceStatus['role'], readonly Action[]>

const whenDown = {
  primary: ['start', 'configure', 'remove'],
  standby: ['start', 'configure', 'reclone', 'remove'],
  unknown: ['start', 'configure', 'remove'],
} as const satisfies Record<InstanceStatus['role'], readonly Action[]>

const notFromASupersededPrimary: ReadonlySet<Action> = new Set(['clone', 'promote', 'synchronous'])

/**
 * What may be asked of an instance in this state, in the order of a menu. Asked by tray, buttons and command line alike.
 *
 * A superseded primary may still be started by itself, to look at its data, but nothing may be cloned from it.
 * An action that is allowed here may still be refused by its operation, which knows more.
 */
export function allowedActions(
  status: Subject,
  context: ActionContext = { superseded: false },
): readonly Action[] {
  const allowed = byState(status).filter(fitsReplay(status))
  return context.superseded && status.role === 'primary'
    ? allowed.filter((action) => !notFromASupersededPrimary.has(action))
    : allowed
}

/** Whether "start all" includes it: never a primary in whose place a standby was promoted. */
export function isStartedWithAll(status: Subject, context: ActionContext): boolean {
  return (
    !(context.superseded && status.role === 'primary') && allowedActions(status, context).includes('start')
  )
}

const byRole: Readonly<
  Record<InstanceStatus['state'], Readonly<Record<InstanceStatus['role'], readonly Action[]>>>
> = {
  running: whenRunning,
  stopped: whenDown,
  crashed: whenDown,
  starting: always(['stop']),
  stopping: always([]),
  unreachable: always(['stop', 'restart', 'reload', 'configure']),
  missing: { primary: ['remove'], standby: ['reclone', 'remove'], unknown: ['remove'] },
}

/** Replay is either paused or not; both are offered where that is not known. */
function fitsReplay({ findings }: Subject): (action: Action) => boolean {
  if (findings === undefined) return () => true
  const isPaused = findings.some(({ code }) => code === 'replay-paused')
  return (action) => action !== (isPaused ? 'pause' : 'resume')
}

function byState({ state, role }: Subject): readonly Action[] {
  return byRole[state][role]
}

function always(allowed: readonly Action[]): Readonly<Record<InstanceStatus['role'], readonly Action[]>> {
  return { primary: allowed, standby: allowed, unknown: allowed }
}
