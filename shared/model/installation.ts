/** Where an installation was found; in this order of preference when one folder is found in several ways. */
export const installationSources = [
  'bundled',
  'downloaded',
  'debian',
  'pgdg',
  'homebrew',
  'postgres-app',
  'edb',
  'path',
  'folder',
] as const
export type InstallationSource = (typeof installationSources)[number]

/** A set of server programs of one version, as a window shows it. */
export interface FoundInstallation {
  /** As PostgreSQL prints it: `18.4`, `9.6.24`, `19beta1`. */
  readonly version: string
  readonly major: number
  readonly binDir: string
  readonly source: InstallationSource
  readonly tools: readonly string[]
  /** Instances that are run with it. */
  readonly usedBy: readonly string[]
  readonly canRemove: boolean
}

/** A version that can be downloaded. */
export interface AvailableInstallation {
  readonly version: string
  readonly major: number
  readonly installed: boolean
}

export type InstallNews =
  | {
      readonly kind: 'progress'
      readonly phase: 'downloading' | 'unpacking'
      readonly bytes: number
      readonly totalBytes: number
    }
  | { readonly kind: 'installed'; readonly installation: FoundInstallation; readonly changed: boolean }
