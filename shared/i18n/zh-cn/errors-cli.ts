import type { Translated } from '../translated.ts'
import type { errorsCli as en } from '../en/errors-cli.ts'

export const errorsCli: Translated<typeof en> = {}
