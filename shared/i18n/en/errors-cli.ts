export const errorsCli = {} as const
