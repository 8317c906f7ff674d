export const errorsOperations = {} as const
