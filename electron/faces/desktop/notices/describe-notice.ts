import type { ShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'
import { sayOperation } from '../actions/say.ts'
import type { Note } from './notify.ts'
import type { Notice } from './notices-between.ts'

/** A notice as the system shows it, and the page that a click opens. Pure. */
export function describeNotice(notice: Notice, translator: ShellTranslator): Note {
  const { t } = translator
  switch (notice.kind) {
    case 'lost-primary':
    case 'crashed': {
      const { kind, ...params } = notice
      const path = `/instance/${encodeURIComponent(notice.name)}`
      return {
        title: t(`shell.notices.${kind}.title`, params),
        body: t(`shell.notices.${kind}.body`, params),
        path,
      }
    }
    case 'job-done':
    case 'job-failed':
    case 'job-undone': {
      const words = {
        operation: sayOperation(notice.operation, translator),
        names: notice.instances.join(', '),
      }
      return {
        title: t(`shell.notices.${notice.kind}.title`, words),
        body: t(`shell.notices.${notice.kind}.body`, words),
        path: `/jobs/${encodeURIComponent(notice.job)}`,
      }
    }
  }
}
