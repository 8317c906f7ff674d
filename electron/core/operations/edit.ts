import { z } from 'zod'
import type { Text } from '../../../shared/i18n/text.ts'
import { changedSettings } from '../../postgres/facts/conf/changed-settings.ts'
import { openedDoors } from '../../postgres/facts/hba.ts'
import { applyLineEdits, lineEdits, textHash } from '../../postgres/facts/line-edits.ts'
import { versionFacts } from '../../postgres/facts/versions.ts'
import {
  checkFile,
  editableFiles,
  editFile,
  type EditableFile,
  type FileEdit,
} from '../plan/steps/edit-file.ts'
import { reloadServer } from '../plan/steps/servers.ts'
import { checkLines, checkNoNewSecrets } from './check-edited-text.ts'
import { checkMinimums } from './check-minimums.ts'
import { checkOwner, isRefusal, isUp, requireInstance } from './checks.ts'
import { movedPortNotices } from './config.ts'
import { opensToTheWorld, touchesForeignFiles } from './confirmations.ts'
import { inDir } from './files.ts'
import { defineOperation, refuse, type Refusal } from './operation.ts'
import { nameParameter, problem } from './parameters.ts'
import { planFor } from './plan-for.ts'
import type { InstanceFacts, World } from './world.ts'

const text = z
  .string()
  .max(1_000_000)
  .regex(/^[^\0]*$/, problem('invalid'))
const lineEdit = z.object({
  at: z.number().int().min(0),
  removed: z.number().int().min(0),
  added: z.array(z.string()),
})

/**
 * A person's edit of a configuration file as text.
 *
 * Given as the text that the editor loaded and the text it has now; kept in plans as the lines that differ, so that what a
 * user's file held before, passwords among it, is in no plan and no journal.
 */
export const edit = defineOperation({
  id: 'edit',
  params: z
    .object({
      name: nameParameter,
      file: z.enum(editableFiles),
      text: text.optional(),
      baseText: text.optional(),
      edit: z.object({ edits: z.array(lineEdit), from: z.string(), to: z.string() }).optional(),
      /** Has a running server read its files again when it accepts them. */
      reload: z.boolean().optional(),
    })
    .transform(({ text: now, baseText, edit: made, ...rest }, context) => {
      if (made !== undefined) return { ...rest, edit: made }
      if (now !== undefined && baseText !== undefined) return { ...rest, edit: editBetween(baseText, now) }
      const path = [now === undefined ? 'text' : 'baseText']
      context.addIssue({ code: 'custom', path, message: problem('missing') })
      return z.NEVER
    }),
  needs: ({ name, file }, base) => {
    const entry = base.entries[name]
    if (entry === undefined) return {}
    const standbys = Object.values(base.entries).filter(({ upstream }) => upstream === name)
    const around = [...(entry.upstream ? [entry.upstream] : []), ...standbys.map((one) => one.name)]
    return {
      instances: [name, ...around],
      knownSettingsOf: [entry.binDir],
      texts: file === 'pg_hba.conf' ? [] : [pathOf(file, entry)],
    }
  },
  plan(params, world) {
    const instance = requireInstance(world, params.name)
    if (isRefusal(instance)) return instance
    const change = changeOf(instance, params, world)
    if (isRefusal(change)) return change
    const { entry } = instance
    const { file } = params
    if (change.before === change.after) return planFor('edit', params, instance, { drafts: [] })
    const refusal = checkChange(instance, file, change, world)
    if (refusal) return refusal
    const reloads = params.reload === true && isUp(instance) && file !== 'recovery.conf'
    return planFor('edit', params, instance, {
      confirmations: [
        ...touchesForeignFiles(instance),
        ...(file === 'pg_hba.conf'
          ? openedDoors(change.before, change.after, instance.target.major).map((address) =>
              opensToTheWorld(instance, address),
            )
          : []),
      ],
      notices: [
        ...(isUp(instance) ? takesEffect(instance, change, { file, reloads, world }) : []),
        ...(file === 'postgresql.conf'
          ? movedPortNotices(instance, changedSettings(change.before, change.after), world)
          : []),
      ],
      drafts: [
        editFile(entry.name, { file: change.path, edit: params.edit, reloads }),
        ...draftChecks(instance, file, change.path),
        ...(reloads ? [reloadServer(entry.name)] : []),
      ],
    })
  },
})

function editBetween(before: string, after: string): FileEdit {
  const edits = lineEdits(before, after)
  return { edits, from: textHash(before), to: textHash(applyLineEdits(before, edits)) }
}

/** A file of an instance before and after its edit. */
interface Change {
  readonly path: string
  readonly edit: FileEdit
  readonly before: string
  readonly after: string
}

const pathOf = (
  file: EditableFile,
  entry: { readonly dataDir: string; readonly configFile: string | null },
) =>
  file === 'postgresql.conf'
    ? (entry.configFile ?? inDir(entry.dataDir, 'postgresql.conf'))
    : inDir(entry.dataDir, 'recovery.conf')

function changeOf(
  instance: InstanceFacts,
  { file, edit: made }: { readonly file: EditableFile; readonly edit: FileEdit },
  world: World,
): Change | Refusal {
  const { entry, target, state, filesReadable } = instance
  if (state === 'missing')
    return refuse('data-directory-missing', { name: entry.name, path: entry.dataDir, state })
  if (file === 'recovery.conf' && versionFacts(target.major).recoveryConfig !== 'recovery.conf')
    return refuse('not-in-this-version', { feature: file, name: entry.name })
  if (!filesReadable) return refuse('files-not-readable', { name: entry.name, path: entry.dataDir })
  const refusal = checkOwner(instance)
  if (refusal) return refusal
  const path = file === 'pg_hba.conf' ? target.hbaFile : pathOf(file, entry)
  const before = file === 'pg_hba.conf' ? instance.hba : (world.texts?.[path] ?? null)
  if (before === null || textHash(before) !== made.from) return refuse('file-changed-meanwhile', { path })
  const after = applyLineEdits(before, made.edits)
  if (textHash(after) !== made.to) throw new Error(`the edit of ${path} is not of one piece`)
  return { path, edit: made, before, after }
}

/** What our own parsers object to, where the running server cannot be asked to. */
function checkChange(
  instance: InstanceFacts,
  file: EditableFile,
  change: Change,
  world: World,
): Refusal | null {
  return (
    checkNoNewSecrets(change.path, change.edit.edits) ??
    (isJudgedByServer(instance, file)
      ? null
      : checkLines(file, change.path, change.after, instance.target.major)) ??
    (file === 'postgresql.conf' ? checkMinimums(instance, heededChanges(instance, change), world) : null)
  )
}

/** A line that is taken out changes nothing where another file wins. */
const heededChanges = ({ settings }: InstanceFacts, { path, before, after }: Change) =>
  Object.fromEntries(
    Object.entries(changedSettings(before, after)).filter(
      ([name, value]) => value !== null || settings[name]?.file === path,
    ),
  )

/** The views of the files came with 9.5 and 10, and only superusers may look into them; recovery.conf has none. */
function isJudgedByServer({ server, target }: InstanceFacts, file: EditableFile): boolean {
  const { hasPgFileSettings, hasPgHbaFileRules } = versionFacts(target.major)
  if (file === 'recovery.conf' || server?.superuser !== true) return false
  return file === 'pg_hba.conf' ? hasPgHbaFileRules : hasPgFileSettings
}

function draftChecks(instance: InstanceFacts, file: EditableFile, path: string) {
  const { name } = instance.entry
  if (file === 'recovery.conf') return []
  if (isJudgedByServer(instance, file)) return [checkFile(name, { what: file, file: path, by: 'server' })]
  return file === 'postgresql.conf' ? [checkFile(name, { what: file, file: path, by: 'program' })] : []
}

/** When a running server will heed the edit. */
function takesEffect(
  { entry, server }: InstanceFacts,
  { path, before, after }: Change,
  { file, reloads, world }: { readonly file: EditableFile; readonly reloads: boolean; readonly world: World },
): Text[] {
  const reload: Text = { key: 'notices.reload-needed', params: { name: entry.name, file: path } }
  if (file === 'pg_hba.conf') return reloads ? [] : [reload]
  const changed = Object.keys(changedSettings(before, after))
  const known = new Map(
    world.knownSettings[entry.binDir]?.map((one) => [one.name.toLowerCase(), one.context]),
  )
  const restart = changed.filter(
    (name) =>
      file === 'recovery.conf' || (server?.settings[name]?.context ?? known.get(name)) === 'postmaster',
  )
  const settings = restart.join(', ')
  return [
    ...(restart.length > 0
      ? [{ key: 'notices.restart-needed' as const, params: { name: entry.name, settings } }]
      : []),
    ...(restart.length < changed.length && !reloads ? [reload] : []),
  ]
}
