import { bound } from '../base.ts'

export const state = bound.state.router({
  watch: bound.state.watch.handler(({ context, signal }) =>
    context.live.follow(signal ?? new AbortController().signal),
  ),
})
