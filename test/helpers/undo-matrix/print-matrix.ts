import type { CaseResult, ScenarioResult } from './matrix.ts'

const verdicts: Readonly<Record<CaseResult['verdict'], string>> = {
  'as-before': 'as before',
  finished: 'finished',
  'point-of-no-return': 'no way back; finished',
  wrong: '**wrong**',
}

const both = (cases: readonly CaseResult[]): string => {
  const told = (remedy: CaseResult['remedy']) =>
    [...new Set(cases.filter((one) => one.remedy === remedy).map(({ verdict }) => verdicts[verdict]))].join(
      ', ',
    )
  const [undone, resumed] = [told('undo'), told('resume')]
  if (undone === '' && resumed === '') return '–'
  return resumed === '' ? undone : `${undone} / ${resumed}`
}

function row({ steps, cases, pointsOfNoReturn }: ScenarioResult, step: string): string {
  const of = (trouble: CaseResult['trouble'], point?: string) =>
    both(
      cases.filter(
        (one) =>
          one.place.step === step &&
          one.trouble === trouble &&
          (point === undefined || one.place.point === point),
      ),
    )
  const name = pointsOfNoReturn.includes(step) ? `${step} ⚑` : step
  const isPast = pointsOfNoReturn.some((point) => steps.indexOf(point) <= steps.indexOf(step))
  const cells = [
    name,
    of('killed', 'before'),
    of('killed', 'inside'),
    of('killed', 'after'),
    of('failed'),
    isPast ? 'not undone' : of('killed-in-undo'),
  ]
  return `| ${cells.join(' | ')} |`
}

function section(result: ScenarioResult): string {
  return [
    `## ${result.title} (PostgreSQL ${result.major})`,
    '',
    '| step | killed before | killed inside | killed after | fails once | killed while undone |',
    '|---|---|---|---|---|---|',
    ...result.steps.map((step) => row(result, step)),
    '',
  ].join('\n')
}

const introduction = `Every operation was killed (\`kill -9\` of the program) before, inside and after each of its steps, made to fail once in
each, and killed again while it took itself back. Cells say what came of \`jobs undo\` / \`jobs resume\` on real servers:

- **as before**: files with their rights and the contents of configuration, passfiles and signal files; processes; roles with their
  verifiers; slots; settings as files and as the server has them; pg_hba.conf rules; the catalogue: all equal to a snapshot taken before.
- **finished**: the same things equal to those of an undisturbed run (but for random passwords), and \`verify\` finds the pair in order.
- **no way back; finished**: \`jobs undo\` refused because a point of no return (⚑) was passed; \`jobs resume\` finished.
- **–**: the step has no such moment. **not undone**: from the point of no return on, a job is only finished.

Left out of the comparison: what a running server changes by itself, our log, the list of installations found.
After each kill the next command listed exactly one job, \`interrupted\`; in the end no program was left but the servers.`

/** The matrix as docs/undo-matrix.md has it. */
export function printMatrix(results: readonly ScenarioResult[]): string {
  const cases = results.flatMap((result) => result.cases)
  const count = (verdict: CaseResult['verdict']) => cases.filter((one) => one.verdict === verdict).length
  const points = results.flatMap(({ title, pointsOfNoReturn }) =>
    pointsOfNoReturn.map((step) => `- ${title}: ${step}`),
  )
  const majors = [...new Set(results.map(({ major }) => major))].toSorted((a, b) => a - b)
  const days = [...new Set(results.map(({ triedOn }) => triedOn))].toSorted()
  return `# The undo matrix

${introduction}

${days.join(', ')}, PostgreSQL ${majors.join(' and ')} on ${process.platform}-${process.arch}, Node ${process.versions.node}; made by \`npm run undo-matrix\`.
${results.length} operations and ways of them, ${results.reduce((sum, { steps }) => sum + steps.length, 0)} steps, ${cases.length} cases: ${count('as-before')} as before, ${count('finished')} finished,
${count('point-of-no-return')} past a point of no return and finished, ${count('wrong')} wrong.

Points of no return:

${points.join('\n')}

${results.map(section).join('\n')}`
}
