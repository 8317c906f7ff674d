import type { Translated } from '../translated.ts'
import type { cli as en } from '../en/cli.ts'

export const cli: Translated<typeof en> = {}
