export const fuses: Readonly<Record<string, boolean>>
export const fuseOrder: readonly string[]
export const fuseSentinel: string
