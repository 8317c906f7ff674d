// What report-lines.mjs wrote: shown to people, and counted.
import { readFileSync } from 'node:fs'

const readLines = (file) => {
  try {
    const text = readFileSync(file, 'utf8')
    // A run that was ended may have left half a line.
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  } catch {
    return []
  }
}

const describe = ({ name, nesting, ok, skipped, reason, ms, error }) => {
  const indent = '  '.repeat(nesting)
  if (skipped) return `${indent}↓ ${name}: ${reason ?? 'no reason given'}`
  const line = `${indent}${ok ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`
  return error === null ? line : `${line}\n${error.replaceAll(/^/gm, `${indent}  `)}`
}

/** Shows each test and resolves to `{passed, failed, skipped}`; a run that ended with another code than its tests is a failure. */
export function readReport(file, code) {
  const lines = readLines(file)
  for (const line of lines) console.log(describe(line))
  const tests = lines.filter(({ isSuite, skipped }) => !isSuite || skipped)
  // A suite whose set-up failed has no failed test of its own.
  const brokenSuites = lines.filter(({ isSuite, ok }) => isSuite && !ok)
  const failedTests = tests.filter(({ ok, skipped }) => !ok && !skipped).length
  const failed = failedTests === 0 && (brokenSuites.length > 0 || code !== 0) ? 1 : failedTests
  if (lines.length === 0) console.error(`the tests ended with ${code} and without a report`)
  return {
    passed: tests.filter(({ ok, skipped }) => ok && !skipped).length,
    failed: lines.length === 0 ? 1 : failed,
    skipped: tests.filter(({ skipped }) => skipped).length,
  }
}
