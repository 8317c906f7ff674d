import type { Text } from '../../../../shared/i18n/text.ts'
import type { JobEvent } from '../../../../shared/model/job.ts'
import { openSession, PATIENT_CONNECT_MS, type Session } from '../../../postgres/connection/connect.ts'
import type { AppendLog } from '../../../system/storage/append-log.ts'
import type { Catalogue } from '../../instances/catalogue.ts'
import type { Plan } from '../plan.ts'
import type { Step } from '../steps/step.ts'
import type { JournalFolder, JournalRecord } from './journal.ts'
import type { StepContext } from './step-runner.ts'

/** Where tests make a job fail or kill the program. */
export type FaultPoint = 'before' | 'inside' | 'after'
export type Faults = (point: FaultPoint, step: Step, phase: 'run' | 'undo') => Promise<void> | void

/** What all jobs of one program share. */
export interface JobServices {
  readonly home: string
  readonly programVersion: string
  readonly catalogue: Catalogue
  readonly journals: JournalFolder
  readonly faults?: Faults
}

/** One job while this process works on it. */
export interface JobRuntime {
  readonly id: string
  readonly plan: Plan
  readonly journal: AppendLog<JournalRecord>
  readonly services: JobServices
  /** What steps had to say, in this process. */
  readonly notes: readonly Text[]
  emit(event: JobEvent): void
  write(record: Unstamped): Promise<void>
  contextOf(step: Step, options: ContextOptions): StepContext
  close(): Promise<void>
}

type WithoutTime<R> = R extends unknown ? Omit<R, 'at'> : never
type Unstamped = WithoutTime<JournalRecord>

export interface ContextOptions {
  readonly signal: AbortSignal
  readonly resumed: boolean
  readonly phase: 'run' | 'undo'
}

/**
 * Lost in a power failure, the step counts as begun and is run again, which every step allows; so no one waits for the disk.
 * Not so `step-undone`: what was moved back must never be taken for the copy that had its place.
 */
const canBeLost: ReadonlySet<JournalRecord['type']> = new Set(['step-done'])

export function openJobRuntime(
  id: string,
  plan: Plan,
  services: JobServices,
  onEvent: ((event: JobEvent) => void) | undefined,
): JobRuntime {
  const journal = services.journals.open(id)
  const sessions = new Map<string, Promise<Session>>()
  const notes: Text[] = []
  const target = (instance: string) => {
    const found = plan.targets[instance]
    if (!found) throw new Error(`the plan has no instance ${instance}`)
    return found
  }
  const write = (record: Unstamped): Promise<void> =>
    journal.append({ ...record, at: new Date().toISOString() }, { sync: !canBeLost.has(record.type) })

  const session = (instance: string): Promise<Session> => {
    const open =
      sessions.get(instance) ?? openSession(target(instance), { connectTimeoutMs: PATIENT_CONNECT_MS })
    sessions.set(instance, open)
    const forget = (): void => {
      if (sessions.get(instance) === open) sessions.delete(instance)
    }
    open.then(({ closed }) => closed.then(forget), forget)
    return open
  }
  const closeSession = async (instance: string): Promise<void> => {
    const open = sessions.get(instance)
    sessions.delete(instance)
    await open?.then((one) => one.close()).catch(() => undefined)
  }

  return {
    id,
    plan,
    journal,
    services,
    notes,
    write,
    emit: (event) => onEvent?.(event),
    contextOf: (step, { signal, resumed, phase }) => ({
      home: services.home,
      catalogue: services.catalogue,
      signal,
      resumed,
      target,
      session,
      closeSession,
      remember: (facts) => write({ type: 'remembered', step: step.id, facts }),
      keepSecret: (value) => services.journals.keepSecret(id, step.id, value),
      readSecret: () => services.journals.readSecret(id, step.id),
      childStarted: (child) => write({ type: 'child', step: step.id, child }),
      progress: (bytesDone, bytesTotal) =>
        onEvent?.({ kind: 'step-progress', step: step.id, bytesDone, bytesTotal }),
      note(text) {
        notes.push(text)
        // One that cannot be written is still told: it is no reason to stop.
        void write({ type: 'step-noted', step: step.id, text }).catch(() => undefined)
        onEvent?.({ kind: 'step-note', step: step.id, text })
      },
      inside: async () => services.faults?.('inside', step, phase),
    }),
    async close() {
      await Promise.all([...sessions.keys()].map((instance) => closeSession(instance)))
      await journal.close()
    },
  }
}
