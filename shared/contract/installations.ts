import { eventIterator, type } from '@orpc/contract'
import { z } from 'zod'
import type { AvailableInstallation, FoundInstallation, InstallNews } from '../model/installation.ts'
import { procedure } from './base.ts'

export const installationsContract = {
  list: procedure.output(type<readonly FoundInstallation[]>()),
  available: procedure.output(type<readonly AvailableInstallation[]>()),
  /** Downloads a version; leaving the stream stops it, and nothing half-made stays. */
  install: procedure.input(z.object({ major: z.number() })).output(eventIterator(type<InstallNews>())),
  /** Remembers a folder of server programs; its parent will do. */
  add: procedure.input(z.object({ folder: z.string().min(1).max(4096) })).output(type<FoundInstallation>()),
  /** Deletes a downloaded version that no instance uses; a folder that was added is only forgotten. */
  remove: procedure.input(z.object({ version: z.string().max(4096) })),
}
