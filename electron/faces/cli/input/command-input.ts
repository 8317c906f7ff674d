import path from 'node:path'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'

/** Operands and options of one command, as they were typed. */
export interface CommandInput {
  /** Variadic ones at the end, one after the other. */
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/** An operand that commander has made sure of. */
export const operand = ({ operands }: CommandInput, index: number): string => operands[index] ?? ''

export function textOption({ options }: CommandInput, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

export const flagOption = ({ options }: CommandInput, name: string): boolean => options[name] === true

export function listOption({ options }: CommandInput, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** A whole number; its range is the operation's business. Throws `bad-option-value`. */
export function integerOption(input: CommandInput, name: string): number | undefined {
  const text = textOption(input, name)
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text)) {
    const option = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    throw new PgTandemError('bad-option-value', { option, value: text })
  }
  return Number(text)
}

/** Relative paths count from the folder that the user is in. */
export function pathOption(input: CommandInput, name: string): string | undefined {
  const text = textOption(input, name)
  return text === undefined ? undefined : path.resolve(text)
}

/** A major version stays as it is; anything else is a folder. */
export function pgOption(input: CommandInput): string | undefined {
  const text = textOption(input, 'pg')
  return text === undefined || /^\d+(\.\d+)?$/.test(text) ? text : path.resolve(text)
}

/** `k=v` words as settings; a later one wins. Throws `not-a-setting`. */
export function parseSettings(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=')
      if (at < 1) throw new PgTandemError('not-a-setting', { text: word })
      return [word.slice(0, at).trim(), word.slice(at + 1)] as const
    }),
  )
}

/** Leaves out what was not given, so that the operation's defaults count. */
export function given<T extends Record<string, unknown>>(params: T): Given<T> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined)) as Given<T>
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** No operand after the first `count`. Throws `excess-arguments`. */
export function requireOperands(input: CommandInput, least: number, most: number, names: string): void {
  if (input.operands.length < least) throw new PgTandemError('missing-argument', { argument: names })
  if (input.operands.length > most)
    throw new PgTandemError('excess-arguments', { argument: input.operands[most] ?? '' })
}
