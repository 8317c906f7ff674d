// A reporter of node:test: one line of JSON for each test that has ended, written as it ends.
const describe = (error) => {
  const cause = error?.cause ?? error
  return cause === undefined ? null : String(cause?.stack ?? cause?.message ?? cause)
}

export default async function* reportLines(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const { name, nesting, skip, todo, details } = data
    const line = {
      name,
      nesting,
      isSuite: details.type === 'suite',
      ok: type === 'test:pass',
      skipped: skip !== undefined || todo !== undefined,
      reason: typeof skip === 'string' ? skip : null,
      ms: Math.round(details.duration_ms),
      error: type === 'test:fail' ? describe(details.error) : null,
    }
    yield `${JSON.stringify(line)}\n`
  }
}
