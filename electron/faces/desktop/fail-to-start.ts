import { app, dialog } from 'electron'
import { defaultSettings } from '../../../shared/model/settings.ts'
import { toErrorRecord } from '../../core/plan/job/error-record.ts'
import { sayFailure } from './actions/say.ts'
import { createSpeaker } from './speak.ts'

/** Says why the program cannot run, and ends it. */
export function failToStart(error: unknown): void {
  const t = createSpeaker(() => defaultSettings)()
  const { message, hint } = sayFailure(toErrorRecord(error), t)
  dialog.showErrorBox(t.t('shell.failures.cannot-start'), `${message}\n${hint}`.trim())
  app.exit(1)
}
