import { jobs } from '../../../shared/i18n/window/en/jobs.ts'
import type { WindowTranslator } from '../../../shared/i18n/window/translate.ts'

/** An operation in words; one that another version of the program knew keeps its own name. */
export const sayOperation = (operation: string, { t }: Pick<WindowTranslator, 't'>): string =>
  isKnown(operation) ? t(`window.jobs.operations.${operation}`) : operation

const isKnown = (operation: string): operation is keyof typeof jobs.operations =>
  Object.hasOwn(jobs.operations, operation)
