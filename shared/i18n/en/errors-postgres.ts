export const errorsPostgres = {} as const
