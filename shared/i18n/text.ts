import type { catalogue } from './en/index.ts'

/** Dotted keys of a catalogue. */
export type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

/** `a_one` and `a_other` are asked for as `a`, with `count` among the parameters. */
export type WithoutPlural<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K

/** Dotted keys of every sentence in the catalogues, such as `errors.port-taken.hint`. */
export type TextKey = WithoutPlural<Leaves<typeof catalogue>>

export type TextParams = Readonly<Record<string, string | number>>

/** A sentence that is not yet in a language. Plans, findings and events carry these, never finished sentences. */
export interface Text {
  readonly key: TextKey
  readonly params?: TextParams
}
