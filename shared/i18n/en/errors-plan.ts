export const errorsPlan = {} as const
