/** The shape of an English catalogue with every sentence replaced: a missing or extra key fails the compiler. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }
