import type { InstanceTarget } from '../../../../../shared/model/instance-target.ts'
import type { Plan } from '../../../../../electron/core/plan/plan.ts'
import { numberSteps, type Step, type StepDraft } from '../../../../../electron/core/plan/steps/step.ts'

export function windowsTarget(name: string, over: Partial<InstanceTarget> = {}): InstanceTarget {
  const dataDir = over.dataDir ?? `D:\\My DB\\${name}`
  return {
    name,
    dataDir,
    binDir: 'D:\\PostgreSQL\\bin',
    major: 18,
    port: 5432,
    host: '127.0.0.1',
    user: 'postgres',
    passfile: null,
    configFile: `${dataDir}\\postgresql.conf`,
    hbaFile: `${dataDir}\\pg_hba.conf`,
    logFile: `D:\\My DB\\${name}.log`,
    ...over,
  }
}

export function linuxTarget(name: string, over: Partial<InstanceTarget> = {}): InstanceTarget {
  const dataDir = over.dataDir ?? `/srv/${name}`
  return {
    ...windowsTarget(name, { dataDir }),
    binDir: '/usr/lib/postgresql/15/bin',
    major: 15,
    configFile: `${dataDir}/postgresql.conf`,
    hbaFile: `${dataDir}/pg_hba.conf`,
    logFile: `/srv/${name}.log`,
    ...over,
  }
}

export function planOf(targets: readonly InstanceTarget[], drafts: readonly StepDraft[]): Plan {
  return {
    operation: 'create',
    params: {},
    targets: Object.fromEntries(targets.map((target) => [target.name, target])),
    assumes: [],
    confirmations: [],
    notices: [],
    steps: numberSteps(drafts),
  }
}

export function onlyStep(draft: StepDraft): Step {
  const [step] = numberSteps([draft])
  if (step === undefined) throw new Error('no step')
  return step
}
