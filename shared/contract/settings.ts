import { type } from '@orpc/contract'
import { type Settings, settingsChangeSchema } from '../model/settings.ts'
import { procedure } from './base.ts'

export const settingsContract = {
  /** Returns all of them; every window hears of it in its state. */
  change: procedure.input(settingsChangeSchema).output(type<Settings>()),
}
