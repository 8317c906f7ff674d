import type { Translated } from '../translated.ts'
import type { errorsPlan as en } from '../en/errors-plan.ts'

export const errorsPlan: Translated<typeof en> = {}
