import { app } from 'electron'
import type { LiveState } from '../../../../shared/model/live-state.ts'
import { performAll, startRequests } from '../actions/perform-all.ts'
import { describeFailures } from '../actions/act.ts'
import type { Shell } from '../shell.ts'
import { hiddenFlag, type LoginFacts, loginItemFor } from './login-item.ts'

/** Whether the system started us at login: then the window stays hidden. */
export const wasStartedAtLogin = (argv: readonly string[]): boolean =>
  argv.includes(hiddenFlag) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)

/** Whether the system has the entry that we would write; Setup.exe writes it, too. */
function hasEntry(facts: LoginFacts): boolean {
  const args = loginItemFor(true, facts)?.args
  return args !== undefined && app.getLoginItemSettings({ args }).openAtLogin
}

/**
 * Keeps the system's list of what starts at login as the setting is. Of a program that Setup.exe installed, the setting first
 * becomes what was chosen there: the two are one choice, and the later one counts.
 */
export async function setupLoginItem(
  { host }: { readonly host: Pick<Shell['host'], 'settings' | 'onBug'> },
  facts: LoginFacts & { readonly wasSetUp: boolean },
): Promise<void> {
  const { settings } = host
  const chosen = facts.wasSetUp ? hasEntry(facts) : settings.current().startAtLogin
  if (chosen !== settings.current().startAtLogin)
    await settings.change({ startAtLogin: chosen }).catch((error: unknown) => host.onBug(error, 'login'))
  let told: boolean | undefined
  const tell = (startAtLogin: boolean): void => {
    if (startAtLogin === told) return
    const item = loginItemFor(startAtLogin, facts)
    if (item !== null) app.setLoginItemSettings(item)
    told = startAtLogin
  }
  // Who never switched it on has no entry, and may have one of another installation. To write one again would undo what was
  // switched off in the Task Manager.
  const { startAtLogin } = settings.current()
  if (startAtLogin && !hasEntry(facts)) tell(true)
  else told = startAtLogin
  settings.onChange(({ startAtLogin }) => tell(startAtLogin))
}

/**
 * At login, starts the servers that "start all" starts, where that is set. One that asks for agreement first is left alone
 * and named.
 */
export async function startServersAtLogin(shell: Shell, signal: AbortSignal): Promise<void> {
  const { host, notify, translator } = shell
  if (!host.settings.current().startServersAtLogin) return
  const state = await firstLook(shell, signal)
  if (state === undefined) return
  const t = translator()
  for (const request of startRequests(state)) {
    const outcomes = await performAll([request], host, () => Promise.resolve(false))
    const { name } = request
    if (outcomes.some(({ performed }) => performed.kind === 'declined'))
      notify({
        title: t.t('shell.notices.not-started.title', { names: name }),
        body: t.t('shell.notices.not-started.body'),
        path: `/instance/${encodeURIComponent(name)}`,
      })
    // What failed as a job is told as one.
    const refused = outcomes.filter(
      ({ performed }) => performed.kind !== 'failed' || performed.report === null,
    )
    for (const body of describeFailures(refused, t))
      notify({ title: t.t('shell.failed.title', { count: 1 }), body, path: null })
  }
}

async function firstLook({ host: { live } }: Shell, signal: AbortSignal): Promise<LiveState | undefined> {
  while (!signal.aborted) {
    const seen = live.news.version()
    const state = live.current()
    if (state.at !== null) return state
    await live.news.wait(seen, signal)
  }
  return undefined
}
