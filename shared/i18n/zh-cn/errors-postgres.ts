import type { Translated } from '../translated.ts'
import type { errorsPostgres as en } from '../en/errors-postgres.ts'

export const errorsPostgres: Translated<typeof en> = {}
