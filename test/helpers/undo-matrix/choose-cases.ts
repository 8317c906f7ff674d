import type { FaultPlace } from '../fault-program.ts'

/** What was done to the operation. */
export type Trouble = 'killed' | 'failed' | 'killed-in-undo'
export type Remedy = 'undo' | 'resume'

export interface MatrixCase {
  readonly trouble: Trouble
  readonly remedy: Remedy
  readonly place: FaultPlace
}

/** `some`: one case a step; `turn` says which kind of case the first step gets, the others take turns. */
export type Choice = 'all' | { readonly turn: number }

/** Kinds of case, as the steps of a sample take turns at them. */
const turns = ['killed', 'failed', 'resumed', 'killed-in-undo'] as const

const turnOf = (index: number, { turn }: { readonly turn: number }) => turns[(index + turn) % turns.length]

const killed = (place: FaultPlace): MatrixCase => ({ trouble: 'killed', remedy: 'undo', place })
const resumed = (place: FaultPlace): MatrixCase => ({ trouble: 'killed', remedy: 'resume', place })

/** Of a step, killed at each of its points and undone, or resumed; and made to fail once, as deep inside as it goes. */
export const chooseCases = (
  steps: readonly string[],
  passed: readonly FaultPlace[],
  choice: Choice,
): readonly MatrixCase[] =>
  steps.flatMap((step, index) => {
    const places = passed.filter((place) => place.step === step)
    const deepest =
      places.find(({ point }) => point === 'inside') ?? places.find(({ point }) => point === 'after')
    if (deepest === undefined) throw new Error(`${step} was not passed`)
    const failed: MatrixCase = { trouble: 'failed', remedy: 'undo', place: deepest }
    if (choice === 'all') return [...places.flatMap((place) => [killed(place), resumed(place)]), failed]
    const kind = turnOf(index, choice)
    if (kind === 'killed') return [killed(deepest)]
    if (kind === 'failed') return [failed]
    return kind === 'resumed' ? [resumed(deepest)] : []
  })

/** Killed before, inside and after the undo of each step. */
export const chooseUndoCases = (
  steps: readonly string[],
  places: readonly FaultPlace[],
  choice: Choice,
): readonly MatrixCase[] =>
  places
    .filter(({ step, point }) => {
      if (choice === 'all' || point === 'inside') return true
      return point === 'after' && turnOf(steps.indexOf(step), choice) === 'killed-in-undo'
    })
    .map((place) => ({ trouble: 'killed-in-undo', remedy: 'undo', place }))
