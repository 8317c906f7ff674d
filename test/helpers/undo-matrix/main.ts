// The whole matrix: `npm run undo-matrix [WORD…]` tries the scenarios whose titles hold one of the words, else all.
// What the others came to the last time is kept beside the page, so that the page is always whole.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type CaseResult, placeOf, runScenario, type ScenarioResult } from './matrix.ts'
import { printMatrix } from './print-matrix.ts'
import { scenarios } from './scenarios.ts'
import { hasMajor, stopServers } from './world.ts'

const [program = '', pages = '', ...words] = process.argv.slice(2)
const folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-undo-matrix-'))
const started = Date.now()
const wanted = scenarios
  .filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)))
  .filter(({ fixture }) => hasMajor(fixture.major))
const waiting = [...wanted]
const kept = path.join(pages, 'undo-matrix.json')
const earlier = await readFile(kept, 'utf8').catch(() => '[]')
const results = (JSON.parse(earlier) as ScenarioResult[]).filter(({ title }) =>
  scenarios.some((scenario) => scenario.title === title && !waiting.includes(scenario)),
)

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const seconds = (): string => `${Math.round((Date.now() - started) / 1000)} s`

const say =
  (title: string) =>
  ({ trouble, remedy, place, verdict, problems }: CaseResult): void => {
    print(`${seconds()} ${title}: ${place.step} ${trouble} ${place.point} ${place.nth} ${remedy}: ${verdict}`)
    for (const problem of problems) print(`    ${problem.slice(0, 600)}`)
  }

async function work(worker: number): Promise<void> {
  const bench = { place: placeOf(folder, worker), program, built: new Set<string>() }
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { title } = next
    const result = await runScenario(bench, next, 'all', say(title)).catch((error: unknown) => {
      print(`${title}: ${String(error)}`)
      process.exitCode = 1
    })
    if (result === undefined) continue
    results.push(result)
    await writeFile(kept, JSON.stringify(results))
  }
}

try {
  await Promise.all([0, 1].map((worker) => work(worker)))
} finally {
  await stopServers(folder, 'immediate')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
const cases = results.flatMap((result) => result.cases)
const wrong = cases.filter(({ verdict }) => verdict === 'wrong')
print(`${seconds()}: ${cases.length} cases, ${wrong.length} wrong`)
if (wrong.length > 0) process.exitCode = 1
const order = ({ title }: ScenarioResult) => scenarios.findIndex((scenario) => scenario.title === title)
const page = printMatrix(results.toSorted((a, b) => order(a) - order(b)))
await writeFile(path.join(pages, 'undo-matrix.md'), page)
print(page)
