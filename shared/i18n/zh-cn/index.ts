import { cli } from './cli.ts'
import { confirmations } from './confirmations.ts'
import { conversion } from './conversion.ts'
import { errorsCli } from './errors-cli.ts'
import { errorsOnWindows } from './errors-on-windows.ts'
import { errorsOperations } from './errors-operations.ts'
import { errorsPlan } from './errors-plan.ts'
import { errorsPlayground } from './errors-playground.ts'
import { errorsPostgres } from './errors-postgres.ts'
import { errorsSystem } from './errors-system.ts'
import { errorsWindow } from './errors-window.ts'
import { evidence } from './evidence.ts'
import { findings } from './findings.ts'
import { notices } from './notices.ts'
import { parameters } from './parameters.ts'
import { steps } from './steps.ts'
import { verification } from './verification.ts'

export const catalogue = {
  cli,
  confirmations,
  conversion,
  evidence,
  findings,
  notices,
  parameters,
  steps,
  verification,
  errors: {
    ...errorsSystem,
    ...errorsPostgres,
    ...errorsPlan,
    ...errorsOperations,
    ...errorsCli,
    ...errorsWindow,
    ...errorsPlayground,
    ...errorsOnWindows,
  },
} as const
