// A program that works on the real core and is killed, or fails, where its caller says. Bundled by build/build.mjs.
import { createCore } from '../../electron/core/create-core.ts'
import type { Core } from '../../electron/core/core.ts'
import type { FaultPoint } from '../../electron/core/plan/job/job-runtime.ts'
import type { JobOutcome, JobSummary } from '../../shared/model/job.ts'
import type { Verification } from '../../shared/model/verification.ts'

/** The `nth` time (from 1) that a job comes by this point. */
export interface FaultPlace {
  readonly phase: 'run' | 'undo'
  readonly step: string
  readonly point: FaultPoint
  readonly nth: number
}

export interface FaultRequest {
  readonly home: string
  /** Default `test`; a job is resumed by the version that began it. */
  readonly programVersion?: string
  readonly action: 'run' | 'undo' | 'resume'
  readonly operation: string
  readonly params: unknown
  readonly killAt: FaultPlace | null
  readonly failAt: FaultPlace | null
  /** Standbys to verify afterwards. */
  readonly verify: readonly string[]
}

export interface FaultReply {
  /** Every point that was passed. */
  readonly passed: readonly FaultPlace[]
  /** Steps that were passed and are points of no return. */
  readonly noReturn: readonly string[]
  /** Open jobs, before anything else was done. */
  readonly listed: readonly JobSummary[]
  readonly outcome:
    JobOutcome | { readonly state: 'refused'; readonly code: string; readonly message: string }
  readonly verifications: readonly Verification[]
}

const isSame = (a: FaultPlace, b: FaultPlace | null): boolean =>
  b !== null && a.phase === b.phase && a.step === b.step && a.point === b.point && a.nth === b.nth

async function work(core: Core, request: FaultRequest, listed: readonly JobSummary[]) {
  if (request.action === 'run') {
    const planned = await core.plan(request.operation, request.params)
    if (planned.kind === 'refused')
      return { state: 'refused', code: planned.code, message: JSON.stringify(planned.params) } as const
    const outcome = await core.run(planned.plan)
    if (outcome.state === 'changed-world')
      return { state: 'refused', code: 'changed-world', message: '' } as const
    return outcome
  }
  const [job] = listed
  if (job === undefined) throw new Error('no job is open')
  return request.action === 'undo' ? core.undoJob(job.id) : core.resumeJob(job.id)
}

const request = JSON.parse(process.argv[2] ?? '') as FaultRequest
const passed: FaultPlace[] = []
const noReturn = new Set<string>()
const core = await createCore({
  home: request.home,
  programVersion: request.programVersion ?? 'test',
  places: {
    programDir: import.meta.dirname,
    env: process.env,
    platform: process.platform,
    arch: process.arch,
  },
  faults(point, step, phase) {
    const earlier = passed.filter((one) => one.phase === phase && one.step === step.id && one.point === point)
    const place: FaultPlace = { phase, step: step.id, point, nth: earlier.length + 1 }
    passed.push(place)
    if (step.undo === 'point-of-no-return') noReturn.add(step.id)
    if (isSame(place, request.killAt)) process.kill(process.pid, 'SIGKILL')
    if (isSame(place, request.failAt)) throw new Error('this step was made to fail')
  },
})
const listed = await core.listJobs('open')
const outcome = await work(core, request, listed).catch((error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected'
  return {
    state: 'refused',
    code,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  } as const
})
const verifications: Verification[] = []
for (const standby of request.verify) verifications.push(await core.verify(standby))
await core.close()
const reply: FaultReply = { passed, noReturn: [...noReturn], listed, outcome, verifications }
process.stdout.write(`${JSON.stringify(reply)}\n`)
