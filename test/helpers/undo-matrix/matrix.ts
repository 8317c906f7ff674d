import path from 'node:path'
import type { FaultPlace, FaultReply, FaultRequest } from '../fault-program.ts'
import { waitUntil } from '../test-pair.ts'
import { isAtRest } from './at-rest.ts'
import { chooseCases, type Choice, chooseUndoCases, type MatrixCase } from './choose-cases.ts'
import { runChild } from './run-child.ts'
import type { Scenario } from './scenarios.ts'
import { compareSnapshots, listPrograms, type Snapshot, takeSnapshot, withoutSecrets } from './snapshot.ts'
import { type Place, restoreWorld, type World } from './world.ts'

/** `point-of-no-return`: undo said so, and resuming then ended as it should. */
export type Verdict = 'as-before' | 'finished' | 'point-of-no-return' | 'wrong'

export interface CaseResult extends MatrixCase {
  readonly verdict: Verdict
  /** What is wrong, a line each. */
  readonly problems: readonly string[]
}

export interface ScenarioResult {
  /** ISO date. */
  readonly triedOn: string
  readonly title: string
  readonly major: number
  readonly steps: readonly string[]
  readonly pointsOfNoReturn: readonly string[]
  readonly cases: readonly CaseResult[]
}

interface Bench {
  readonly place: Place
  readonly program: string
  readonly built: Set<string>
}

class Run {
  world: World | undefined
  before: Snapshot | undefined
  after: Snapshot = {}
  constructor(
    readonly bench: Bench,
    readonly scenario: Scenario,
  ) {}

  async restore(): Promise<World> {
    const { bench, scenario } = this
    this.world = await restoreWorld(bench.place, scenario.fixture, bench.built)
    if (this.before === undefined) this.before = await settled(this.world)
    else {
      const spoilt = await differences(this.world, this.before, (snapshot) => snapshot)
      if (spoilt.length > 0) throw new Error(`the fixture is not as it was: ${spoilt.join('\n')}`)
    }
    return this.world
  }

  /** The world, as it was in the beginning. */
  async begin(): Promise<World> {
    return this.world ?? this.restore()
  }

  spoil(): void {
    this.world = undefined
  }

  async act(request: Partial<FaultRequest> & Pick<FaultRequest, 'action'>): Promise<FaultReply | 'killed'> {
    const world = await this.begin()
    const whole: FaultRequest = {
      home: world.home,
      operation: this.scenario.operation,
      params: this.scenario.params(world),
      killAt: null,
      failAt: null,
      verify: [],
      ...request,
    }
    return runChild(this.bench.program, whole)
  }

  /** What differs from how it was before, or from how the operation ends undisturbed. */
  async compare(wanted: 'before' | 'after'): Promise<readonly string[]> {
    const world = await this.begin()
    const expected = this[wanted] ?? {}
    return wanted === 'before'
      ? differences(world, expected, (snapshot) => snapshot)
      : differences(world, withoutSecrets(expected), withoutSecrets)
  }
}

/** Servers need a moment to come to rest: walreceivers connect, a promoted one ends its recovery. */
const restMs = 30_000

async function differences(
  world: World,
  expected: Snapshot,
  seen: (snapshot: Snapshot) => Snapshot,
): Promise<readonly string[]> {
  let lines: readonly string[] = []
  const agree = async (): Promise<boolean> => {
    const found = await takeSnapshot(world.root, world.home).catch((error: unknown) => ({
      'no snapshot': String(error),
    }))
    lines = compareSnapshots(expected, seen(found))
    return lines.length === 0
  }
  await waitUntil('it is as it should be', agree, restMs).catch(() => undefined)
  return lines
}

/** Of servers at rest, the same in two looks. */
async function settled(world: World): Promise<Snapshot> {
  let last: Snapshot = {}
  const isSettled = async (): Promise<boolean> => {
    const before = last
    // What vanishes while it is looked at is at rest the next time.
    last = await takeSnapshot(world.root, world.home).catch((error: unknown) => ({
      'no snapshot': String(error),
    }))
    return !('no snapshot' in last) && isAtRest(last) && compareSnapshots(before, last).length === 0
  }
  await waitUntil('the servers are at rest', isSettled, restMs)
  return last
}

async function finish(run: Run): Promise<readonly string[]> {
  const verify = run.scenario.verify ?? []
  const reply = await run.act({ action: 'resume', verify })
  const problems: string[] = []
  if (reply === 'killed') problems.push('the resuming program was killed')
  else {
    if (reply.outcome.state !== 'done') problems.push(`resume: ${JSON.stringify(reply.outcome)}`)
    for (const { checks } of reply.verifications)
      problems.push(...checks.flatMap((check) => (check.ok ? [] : [`verify: ${JSON.stringify(check)}`])))
  }
  problems.push(...(await run.compare('after')))
  run.spoil()
  return problems
}

const listedAs = (reply: FaultReply, states: readonly string[]): readonly string[] =>
  reply.listed.length === 1 && states.includes(reply.listed[0]?.state ?? '')
    ? []
    : [`listed: ${JSON.stringify(reply.listed)}`]

async function takeBack(run: Run): Promise<Omit<CaseResult, keyof MatrixCase>> {
  const reply = await run.act({ action: 'undo' })
  if (reply === 'killed') return { verdict: 'wrong', problems: ['the undoing program was killed'] }
  const listing = listedAs(reply, ['interrupted'])
  const { outcome } = reply
  if (outcome.state === 'refused' && outcome.code === 'past-point-of-no-return') {
    const problems = [...listing, ...(await finish(run))]
    return { verdict: problems.length === 0 ? 'point-of-no-return' : 'wrong', problems }
  }
  if (outcome.state !== 'done')
    return { verdict: 'wrong', problems: [...listing, `undo: ${JSON.stringify(outcome)}`] }
  const problems = [...listing, ...(await run.compare('before'))]
  return { verdict: problems.length === 0 ? 'as-before' : 'wrong', problems }
}

async function tryKilled(run: Run, one: MatrixCase): Promise<Omit<CaseResult, keyof MatrixCase>> {
  const killed = await run.act({ action: 'run', killAt: one.place })
  if (killed !== 'killed') return { verdict: 'wrong', problems: [`not killed: ${JSON.stringify(killed)}`] }
  if (one.remedy === 'undo') return takeBack(run)
  const problems = await finish(run)
  return { verdict: problems.length === 0 ? 'finished' : 'wrong', problems }
}

async function tryFailed(run: Run, one: MatrixCase): Promise<Omit<CaseResult, keyof MatrixCase>> {
  const reply = await run.act({ action: 'run', failAt: one.place })
  if (reply === 'killed' || reply.outcome.state !== 'failed')
    return { verdict: 'wrong', problems: [`did not fail: ${JSON.stringify(reply)}`] }
  if (reply.outcome.aftermath === 'open') {
    const problems = await finish(run)
    return { verdict: problems.length === 0 ? 'point-of-no-return' : 'wrong', problems }
  }
  const problems = await run.compare('before')
  return { verdict: problems.length === 0 ? 'as-before' : 'wrong', problems }
}

/** The last step that can be undone fails when it is over; the program is killed while it takes everything back. */
async function tryKilledInUndo(
  run: Run,
  one: MatrixCase,
  failAt: FaultPlace,
): Promise<Omit<CaseResult, keyof MatrixCase>> {
  const killed = await run.act({ action: 'run', failAt, killAt: one.place })
  if (killed !== 'killed') return { verdict: 'wrong', problems: [`not killed: ${JSON.stringify(killed)}`] }
  return takeBack(run)
}

/** Runs a scenario once undisturbed, to learn its points and how it ends, and then once for each trouble. */
export async function runScenario(
  bench: Bench,
  scenario: Scenario,
  choice: Choice,
  onCase: (result: CaseResult) => void = () => undefined,
): Promise<ScenarioResult> {
  const run = new Run(bench, scenario)
  const reply = await run.act({ action: 'run', verify: scenario.verify ?? [] })
  if (reply === 'killed' || reply.outcome.state !== 'done')
    throw new Error(`${scenario.title} does not work undisturbed: ${JSON.stringify(reply)}`)
  const world = await run.begin()
  run.after = await settled(world)
  run.spoil()
  const steps = [...new Set(reply.passed.map(({ step }) => step))]
  const cases: CaseResult[] = []
  const tryCase = async (
    one: MatrixCase,
    attempt: (run: Run) => Promise<Omit<CaseResult, keyof MatrixCase>>,
  ) => {
    const told = await attempt(run).catch((error: unknown) => ({
      verdict: 'wrong' as const,
      problems: [String(error)],
    }))
    const leftover = told.verdict === 'wrong' ? [] : await leftoverPrograms(run.world)
    const result: CaseResult = {
      ...one,
      verdict: leftover.length === 0 ? told.verdict : 'wrong',
      problems: [...told.problems, ...leftover],
    }
    if (result.verdict === 'wrong') run.spoil()
    cases.push(result)
    onCase(result)
  }
  for (const one of chooseCases(steps, reply.passed, choice)) {
    await tryCase(one, () => (one.trouble === 'killed' ? tryKilled(run, one) : tryFailed(run, one)))
  }
  const noReturn = reply.noReturn.slice(0, 1)
  const undoable = steps.slice(0, noReturn.length === 0 ? undefined : steps.indexOf(String(noReturn[0])))
  const last = reply.passed.findLast(({ step, point }) => step === undoable.at(-1) && point === 'after')
  if (last !== undefined) {
    const rehearsal = await run.act({ action: 'run', failAt: last })
    const places = rehearsal === 'killed' ? [] : rehearsal.passed.filter(({ phase }) => phase === 'undo')
    for (const one of chooseUndoCases(steps, places, choice))
      await tryCase(one, () => tryKilledInUndo(run, one, last))
  }
  return {
    triedOn: new Date().toISOString().slice(0, 10),
    title: scenario.title,
    major: scenario.fixture.major,
    steps,
    pointsOfNoReturn: noReturn,
    cases,
  }
}

const leftoverPrograms = async (world: World | undefined): Promise<readonly string[]> =>
  world === undefined
    ? []
    : (await listPrograms(world.root)).flatMap(({ program }) =>
        program === 'postgres' ? [] : [`left running: ${program}`],
      )

/** Where a worker (0 to 3) keeps its worlds; two runs at the same time stay out of each other's ports. */
export const placeOf = (folder: string, worker: number): Place => ({
  folder: path.join(folder, `w${worker}`),
  port: 29_000 + (process.pid % 300) * 10 + (worker % 2) * 5,
})
