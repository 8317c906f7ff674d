import { parameters } from './en/parameters.ts'
import type { TextKey } from './text.ts'
import type { Translator } from './translate.ts'

/** The `problem` of `invalid-parameter`: a key under `parameters`, or a sentence that is one already. */
export const sayProblem = (problem: string, t: Pick<Translator, 't'>): string =>
  isKey(problem) ? t.t(problem) : problem

const isKey = (text: string): text is TextKey & `parameters.${string}` =>
  text.startsWith('parameters.') && text.slice('parameters.'.length) in parameters
