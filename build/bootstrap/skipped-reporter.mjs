// A vitest reporter that says which tests were skipped and why.
const nameOf = (test) => `${test.module.relativeModuleId} > ${test.fullName}`

export default class SkippedReporter {
  onTestRunEnd(modules) {
    const skipped = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.result().state === 'skipped')
    const byReason = Map.groupBy
      ? Map.groupBy(skipped, (test) => test.result().note ?? '')
      : skipped.reduce((map, test) => {
          const note = test.result().note ?? ''
          return map.set(note, [...(map.get(note) ?? []), test])
        }, new Map())
    for (const [reason, tests] of byReason) {
      console.log(`skipped: ${reason === '' ? 'not for this system or account' : reason}`)
      for (const test of tests) console.log(`  ${nameOf(test)}`)
    }
  }
}
