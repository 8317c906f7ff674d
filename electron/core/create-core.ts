import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createTranslator } from '../../shared/i18n/translate.ts'
import { decodeConf } from '../postgres/facts/conf/encoding.ts'
import { findInstallations } from '../postgres/installations/find-installations.ts'
import type { InstallationPlaces } from '../postgres/installations/installation-places.ts'
import { createKnownVersionReader } from '../postgres/installations/known-version.ts'
import { createKnownSettingsReader } from '../postgres/programs/known-settings.ts'
import { ensureHome } from '../system/platform/home.ts'
import { learnAnsiCodePage } from '../system/platform/windows-code-page.ts'
import { runInTerminal } from '../system/process/run-in-terminal.ts'
import { type ReaderWatch, watchReader } from '../system/process/watch-reader.ts'
import type { Core } from './core.ts'
import { withFailureLog } from './failure-log.ts'
import { openCatalogue } from './instances/catalogue.ts'
import type { ObservationServices } from './instances/observe-world.ts'
import { watchStatus } from './monitor/poller.ts'
import { readStatus } from './monitor/status.ts'
import type { Planned } from './operations/operation.ts'
import type { OpenJob } from './operations/world.ts'
import { findJob } from './plan/job/find-job.ts'
import { outlookOf } from './plan/job/job-outlook.ts'
import { reportOfJournal } from './plan/job/journal-report.ts'
import { openJournalFolder } from './plan/job/journal.ts'
import type { Faults, JobServices } from './plan/job/job-runtime.ts'
import { listJobs } from './plan/job/list-jobs.ts'
import { resumeJob, runJob, undoJob } from './plan/job/run-job.ts'
import { createPlayground } from './playground/playground.ts'
import { doesTheSame } from './plan/does-the-same.ts'
import { previewOf } from './plan/preview/preview.ts'
import { scriptOf } from './plan/preview/script.ts'
import { planOperation } from './planning.ts'
import { createInstallationService } from './installation-service.ts'
import { createReadings } from './readings/readings.ts'
import { verifyPair } from './readings/verify.ts'

export interface CoreOptions {
  readonly home: string
  readonly programVersion: string
  readonly places: Omit<InstallationPlaces, 'home'>
  /** Where tests make jobs fail. */
  readonly faults?: Faults
}

/** Builds the one core that window, web page and command line share. Makes the home when it is missing. */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { home, programVersion, faults } = options
  await Promise.all([ensureHome(home), learnAnsiCodePage()])
  await mkdir(join(home, 'journal'), { recursive: true, mode: 0o700 })
  const places: InstallationPlaces = { ...options.places, home }
  const catalogue = openCatalogue(home)
  const journals = openJournalFolder(home)
  const listInstallations = async () => (await findInstallations(places)).installations

  const openJobs = async (): Promise<readonly OpenJob[]> =>
    (await listJobs(journals, programVersion, 'open'))
      .filter(({ state }) => state !== 'done' && state !== 'undone')
      .map(({ state, id, operation, instances, canResume, canUndo, damaged }) => ({
        id,
        operation,
        instances,
        running: state === 'running',
        canResume,
        canUndo,
        damaged,
      }))

  const observation: ObservationServices = {
    home,
    catalogue,
    listInstallations,
    readKnownSettings: createKnownSettingsReader(),
    listOpenJobs: openJobs,
  }
  const monitor = { catalogue, readKnownVersion: createKnownVersionReader(home) }
  const jobs: JobServices = { home, programVersion, catalogue, journals, ...(faults ? { faults } : {}) }
  const readings = createReadings({ home, catalogue, places, listInstallations })
  const plan: Core['plan'] = (operation, params) => planOperation(operation, params, observation)
  const run: Core['run'] = async (planned, runOptions = {}) => {
    let again: Planned | undefined
    const confirm = async (): Promise<boolean> => {
      again = await plan(planned.operation, planned.params)
      return again.kind === 'plan' && doesTheSame(planned, again.plan)
    }
    const outcome = await withFailureLog(home, runOptions, (logged) =>
      runJob(planned, jobs, { ...logged, confirm }),
    )
    if (outcome !== 'not-confirmed') return outcome
    return { state: 'changed-world', planned: again ?? (await plan(planned.operation, planned.params)) }
  }
  const programs = async () => {
    const installations = await listInstallations()
    const installationAt = (binDir: string) => installations.find((found) => found.binDir === binDir)
    return {
      toolsOf: (binDir: string) => installationAt(binDir)?.tools ?? [],
      shareDirOf: (binDir: string) => installationAt(binDir)?.shareDir ?? null,
    }
  }
  const preview: Core['preview'] = async (planned) =>
    previewOf(planned, { files: readTextIfThere, ...(await programs()) })
  const playground = createPlayground(catalogue, { plan, run })
  let reader: ReaderWatch | undefined

  return {
    home,
    plan,
    preview,
    script: async (planned, shell, language) =>
      scriptOf(planned, shell, createTranslator(language), (await programs()).toolsOf),
    run,
    listJobs: (which) => listJobs(journals, programVersion, which),
    readJob: async (id) => reportOfJournal(await findJob(id, journals), programVersion),
    jobOutlook: async (id) => outlookOf(await findJob(id, journals), programVersion, preview),
    resumeJob: (id, runOptions = {}) =>
      withFailureLog(home, runOptions, (logged) => resumeJob(id, jobs, logged)),
    undoJob: (id, runOptions = {}) => withFailureLog(home, runOptions, (logged) => undoJob(id, jobs, logged)),
    status: (statusOptions) => readStatus(monitor, statusOptions),
    verify: (standby, verifyOptions) => verifyPair(monitor, standby, verifyOptions),
    watch: (watchOptions) => watchStatus(monitor, watchOptions),
    ...readings,
    runPsql: async (name, args) => runInTerminal(await readings.psqlCommand(name, args)),
    installations: createInstallationService({ home, places, catalogue }),
    watchReader(onGone) {
      reader ??= watchReader(onGone)
    },
    playground,
    async close() {
      await playground.links.close()
      reader?.close()
    },
  }
}

/** Read where the preview asks for it: which files it compares follows from the steps. */
function readTextIfThere(path: string): string | null {
  try {
    return decodeConf(readFileSync(path)).text
  } catch {
    return null
  }
}
