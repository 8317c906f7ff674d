import { bound } from '../base.ts'

export const settings = bound.settings.router({
  change: bound.settings.change.handler(({ input, context }) => context.settings.change(input)),
})
