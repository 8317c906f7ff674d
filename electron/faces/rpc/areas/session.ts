import { readDiagnostics } from '../../../core/readings/diagnostics/read-diagnostics.ts'
import { bound } from '../base.ts'

export const session = bound.session.router({
  hello: bound.session.hello.handler(({ context }) => context.info),
  diagnostics: bound.session.diagnostics.handler(async ({ context: { core, info, live } }) => ({
    text: await readDiagnostics({ core, info, live: live.current() }),
  })),
})
