import type { Core } from '../../core/core.ts'
import type { WebServer } from '../../core/web-record.ts'

/** What the command line needs of the web face; the program's entry brings the two together. */
export type StartWeb = (options: {
  readonly core: Core
  readonly port: number | undefined
  readonly onPage: () => void
}) => Promise<
  | { readonly kind: 'elsewhere'; readonly server: WebServer }
  | { readonly kind: 'here'; readonly server: WebServer; readonly web: RunningWeb }
>

export interface RunningWeb {
  runningJobs(): readonly string[]
  close(): Promise<void>
}

/** Faces that commands may start. Each is loaded when it is asked for: other commands shall not wait for it. */
export interface OtherFaces {
  /** Reads all that it needs from beside the program, so it comes before root is given up. Throws `page-not-built`. */
  prepareWeb(): Promise<StartWeb>
}
