import type { Translated } from '../translated.ts'
import type { steps as en } from '../en/steps.ts'

export const steps: Translated<typeof en> = {}
