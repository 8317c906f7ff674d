import { cli } from './cli.ts'
import { errorsCli } from './errors-cli.ts'
import { errorsOperations } from './errors-operations.ts'
import { errorsPlan } from './errors-plan.ts'
import { errorsPostgres } from './errors-postgres.ts'
import { errorsSystem } from './errors-system.ts'
import { findings } from './findings.ts'
import { steps } from './steps.ts'

export const catalogue = {
  cli,
  findings,
  steps,
  errors: { ...errorsSystem, ...errorsPostgres, ...errorsPlan, ...errorsOperations, ...errorsCli },
} as const
