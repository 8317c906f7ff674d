import { bound } from '../base.ts'

const { playground: area } = bound

export const playground = area.router({
  prepare: area.prepare.handler(({ input, context }) => context.core.playground.prepare(input)),
  clear: area.clear.handler(({ input, context }) => context.core.playground.clear(input)),
  insertRow: area.insertRow.handler(({ input, context, signal }) =>
    context.core.playground.insertRow(input, signal),
  ),
  load: area.load.handler(({ input: { primary, rowsPerSecond }, context, signal }) =>
    context.core.playground.load(primary, rowsPerSecond, signal ?? new AbortController().signal),
  ),
  link: area.link.handler(({ input, context }) => context.core.playground.links.state(input.standby)),
  offerLink: area.offerLink.handler(({ input, context, signal }) =>
    context.core.playground.links.offer(input.standby, signal ?? new AbortController().signal),
  ),
  insertLink: area.insertLink.handler(async ({ input: { standby, ...wish }, context }) => {
    const state = await context.core.playground.links.insert(standby, wish)
    context.live.refresh()
    return state
  }),
  adjustLink: area.adjustLink.handler(({ input: { standby, ...settings }, context }) =>
    context.core.playground.links.adjust(standby, settings),
  ),
  removeLink: area.removeLink.handler(async ({ input, context }) => {
    await context.core.playground.links.remove(input.standby, { agreed: input.agreed })
    context.live.refresh()
  }),
})
