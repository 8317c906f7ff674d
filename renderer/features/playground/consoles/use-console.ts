import { useState } from 'react'
import { useStatement } from '../../../sql/use-statement.ts'

/** A console that a person types into, and that a button of the page may fill and run, too. */
export interface Console {
  readonly text: string
  /** Changes when the text was not typed: the editor has to take it up. */
  readonly round: number
  readonly state: ReturnType<typeof useStatement>['state']
  readonly type: (text: string) => void
  readonly run: (text: string) => void
  /** Puts a text in, and runs it. */
  readonly show: (text: string) => void
  readonly cancel: () => void
}

export function useConsole(name: string, database: string, initialText: string): Console {
  const [{ text, round }, setShown] = useState({ text: initialText, round: 0 })
  const { state, run, cancel } = useStatement(name)
  const start = (sql: string): void => {
    if (sql.trim() !== '' && state.kind !== 'running') void run(sql, database)
  }
  return {
    text,
    round,
    state,
    type: (typed) => setShown((before) => ({ ...before, text: typed })),
    run: start,
    show: (sql) => {
      setShown((before) => ({ text: sql, round: before.round + 1 }))
      start(sql)
    },
    cancel,
  }
}
