import { createInterface } from 'node:readline/promises'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'

/** Questions to the person in front of a terminal, asked on stderr so that stdout stays clean. */
export interface Prompts {
  /** Both ends of a conversation are a terminal. */
  readonly interactive: boolean
  ask(question: string): Promise<string>
  /** Nothing that is typed is shown. */
  askSecret(question: string): Promise<string>
  /** The first line of standard input that is no terminal; empty when there is none. */
  readSecretLine(): Promise<string>
  /** All of standard input. */
  readAll(): Promise<string>
}

type Input = NodeJS.ReadStream

export function createPrompts(input: Input, output: NodeJS.WriteStream, cancel: AbortSignal): Prompts {
  return {
    interactive: input.isTTY && output.isTTY,
    async ask(question) {
      const line = createInterface({ input, output })
      try {
        line.on('SIGINT', () => line.close())
        const closed = new Promise<never>((_, reject) => line.once('close', () => reject(cancelled())))
        return await Promise.race([line.question(question, { signal: cancel }), closed])
      } catch {
        throw cancelled()
      } finally {
        line.close()
      }
    },
    async askSecret(question) {
      output.write(question)
      input.setRawMode(true)
      try {
        return await readUnseen(input)
      } finally {
        input.setRawMode(false)
        input.pause()
        output.write('\n')
      }
    },
    async readSecretLine() {
      const line = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
      try {
        for await (const text of line) return text
        return ''
      } finally {
        line.close()
      }
    },
    async readAll() {
      const chunks: Buffer[] = []
      for await (const chunk of input) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks).toString('utf8')
    },
  }
}

const cancelled = (): PgTandemError => new PgTandemError('cancelled')

/** Raw keys up to Enter; Backspace works, Ctrl-C and Ctrl-D cancel. */
function readUnseen(input: Input): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = ''
    const end = (finish: () => void): void => {
      input.off('data', onData)
      finish()
    }
    const onData = (data: Buffer): void => {
      for (const key of data.toString('utf8')) {
        if (key === '\r' || key === '\n') return end(() => resolve(typed))
        if (key === '\u0003' || key === '\u0004') return end(() => reject(new PgTandemError('cancelled')))
        typed = key === '\u007F' || key === '\b' ? typed.slice(0, -1) : typed + key
      }
    }
    input.on('data', onData)
    input.resume()
  })
}
