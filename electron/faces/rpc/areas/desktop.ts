import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { bound } from '../base.ts'
import type { Desktop, Host } from '../host.ts'
import { isOurPath } from '../our-paths.ts'

const { desktop: area } = bound

export const desktop = area.router({
  openPath: area.openPath.handler(async ({ input: { path }, context }) => {
    const there = desktopOf(context)
    if (!isOurPath(path, context)) throw new PgTandemError('path-not-ours', { path })
    await there.openPath(path)
  }),
  pickFolder: area.pickFolder.handler(async ({ input, context }) => ({
    path: await desktopOf(context).pickFolder(input),
  })),
  pages: area.pages.handler(({ context, signal }) =>
    desktopOf(context).pages(signal ?? new AbortController().signal),
  ),
})

function desktopOf({ desktop: there }: Host): Desktop {
  if (there === null) throw new PgTandemError('not-on-the-web')
  return there
}
