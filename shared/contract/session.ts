import { type } from '@orpc/contract'
import type { UpdateWay } from '../model/update-way.ts'
import { procedure } from './base.ts'

/** Folders in the home, full paths; one that nothing was put into yet is not there. */
export interface ProgramFolders {
  readonly logs: string
  readonly downloads: string
  readonly instances: string
}

/** What a window must know of the program before it can draw anything. */
export interface SessionInfo {
  readonly programVersion: string
  readonly face: 'desktop' | 'web'
  readonly platform: 'windows' | 'macos' | 'linux'
  /** The shell whose commands are shown first. */
  readonly shell: 'cmd' | 'sh'
  readonly home: string
  readonly folders: ProgramFolders
  /** Of what the program runs on; Electron's and Chromium's only on the desktop. */
  readonly versions: {
    readonly node: string
    readonly electron: string | null
    readonly chrome: string | null
  }
  /** Of the machine, as BCP 47: what "follow the system" means where the browser does not say. */
  readonly systemLanguage: string
  /** The major version that new instances get unless told otherwise. */
  readonly defaultMajor: number
  /** Only the desktop can open a folder, ask for one, or start at login. */
  readonly canOpenPaths: boolean
  readonly canPickFolders: boolean
  readonly canStartAtLogin: boolean
  /** How a newer version of the program can be had. */
  readonly updates: UpdateWay
}

export const sessionContract = {
  hello: procedure.output(type<SessionInfo>()),
  /** For a report of a problem: versions, instances, open jobs and the newest lines of the program's log, without secrets. */
  diagnostics: procedure.output(type<{ readonly text: string }>()),
}
