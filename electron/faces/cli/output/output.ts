/** Where the program writes: people read lines, scripts read documents. */
export interface Output {
  readonly json: boolean
  /** For people, on stdout; nothing with `--json`. */
  readonly line: (text?: string) => void
  /** For scripts, on stdout, one on a line; nothing without `--json`. */
  readonly document: (value: unknown) => void
  /** Beside the matter, on stderr. */
  readonly note: (text: string) => void
  /** Where progress goes: stdout for people, stderr beside a document. */
  readonly progress: ProgressStream
}

export interface ProgressStream {
  readonly isTTY: boolean
  readonly columns: number
  write(text: string): void
}

type Stream = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number }

export function createOutput(json: boolean, stdout: Stream, stderr: Stream): Output {
  const progress = json ? stderr : stdout
  return {
    json,
    line(text = '') {
      if (!json) stdout.write(`${text}\n`)
    },
    document(value) {
      if (json) stdout.write(`${JSON.stringify(value)}\n`)
    },
    note: (text) => void stderr.write(`${text}\n`),
    progress: {
      isTTY: progress.isTTY === true,
      columns: progress.columns ?? 80,
      write: (text) => void progress.write(text),
    },
  }
}
