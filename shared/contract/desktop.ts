import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './base.ts'

/** What only a desktop can do; in a browser each fails with `not-on-the-web`, and the page offers to copy instead. */
export const desktopContract = {
  /** Shows a folder or file of an instance or of the program in the file manager; other paths are refused. */
  openPath: procedure.input(z.object({ path: z.string().max(4096) })),
  /** Null when the person closed the dialog. */
  pickFolder: procedure
    .input(z.object({ title: z.string().max(200), startAt: z.string().max(4096).nullable() }))
    .output(type<{ readonly path: string | null }>()),
  /** Pages that tray, menu and notifications ask the window to show: paths of its own, such as `/instance/app`. */
  pages: procedure.output(eventIterator(type<{ readonly path: string }>())),
}
