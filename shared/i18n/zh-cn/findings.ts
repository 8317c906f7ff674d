import type { Translated } from '../translated.ts'
import type { findings as en } from '../en/findings.ts'

export const findings: Translated<typeof en> = {}
