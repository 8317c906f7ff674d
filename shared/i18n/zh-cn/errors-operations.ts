import type { Translated } from '../translated.ts'
import type { errorsOperations as en } from '../en/errors-operations.ts'

export const errorsOperations: Translated<typeof en> = {}
