import type { ShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'
import { allowedActions } from '../../../../shared/model/actions.ts'
import type { InstanceView, LiveState } from '../../../../shared/model/live-state.ts'
import { contextOf, startRequests, stopRequests } from '../actions/perform-all.ts'
import { sayOperation } from '../actions/say.ts'
import { hasUnfinishedJobs, isUp, needsAttention, trayStateOf } from './tray-state.ts'

/** What a click asks for. */
export type TrayAction =
  | { readonly do: 'start' | 'stop' | 'restart'; readonly name: string }
  | { readonly do: 'copy-connection'; readonly name: string }
  | { readonly do: 'open'; readonly path: string }
  | { readonly do: 'start-all' | 'stop-all' | 'quit' }

export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] }
  | {
      readonly kind: 'action'
      readonly label: string
      readonly enabled: boolean
      readonly action: TrayAction
    }

type Seen = Pick<LiveState, 'instances' | 'jobs'>

/** The whole menu, from what is known of the servers and in one language. Pure. */
export function trayMenu(state: Seen, t: ShellTranslator): readonly TrayEntry[] {
  const busy = busyWith(state, t)
  const isFree = ({ name }: { readonly name: string }): boolean => !busy.has(name)
  return [
    ...(state.instances.length === 0
      ? [{ kind: 'text' as const, label: t.t('shell.tray.none') }]
      : state.instances.map((view) => instanceMenu(view, busy.get(view.name), t))),
    { kind: 'separator' },
    entry('shell.tray.start-all', { do: 'start-all' }, startRequests(state).some(isFree), t),
    entry('shell.tray.stop-all', { do: 'stop-all' }, stopRequests(state).some(isFree), t),
    { kind: 'separator' },
    entry('shell.tray.open-program', { do: 'open', path: '/' }, true, t),
    entry('shell.tray.quit', { do: 'quit' }, true, t),
  ]
}

/** What the icon says when it is pointed at. Pure. */
export function trayTooltip(state: Seen, { t }: ShellTranslator): string {
  switch (trayStateOf(state)) {
    case 'attention': {
      const names = state.instances.filter(needsAttention).map(({ name }) => name)
      if (names.length > 0) return shortened(t('shell.tray.attention', { names: names.join(', ') }))
      return hasUnfinishedJobs(state) ? t('shell.tray.attention-jobs') : t('shell.tray.idle')
    }
    case 'idle':
      return t('shell.tray.idle')
    case 'well': {
      const running = state.instances.filter(isUp).length
      return t('shell.tray.well', { running, count: state.instances.length })
    }
  }
}

/** Windows shows no more than 127 characters. */
const shortened = (text: string): string => (text.length > 127 ? `${text.slice(0, 126)}…` : text)

function instanceMenu(view: InstanceView, busyWith: string | undefined, t: ShellTranslator): TrayEntry {
  const { name, state, role, port, entry: known } = view
  const allowed = allowedActions(view, contextOf(view))
  const can = (action: 'start' | 'stop' | 'restart'): boolean =>
    busyWith === undefined && allowed.includes(action)
  const words = { name, role: t.t(`app.roles.${role}`), state: t.t(`app.states.${state}`) }
  const promoted = known.supersededBy
  return {
    kind: 'submenu',
    label: t.t('shell.tray.instance', words),
    entries: [
      { kind: 'text', label: t.t('shell.tray.instance-port', { port: port ?? t.t('app.unknown') }) },
      ...(promoted === null
        ? []
        : [{ kind: 'text' as const, label: t.t('shell.tray.superseded', { promoted }) }]),
      ...(busyWith === undefined
        ? []
        : [{ kind: 'text' as const, label: t.t('shell.tray.busy', { operation: busyWith }) }]),
      { kind: 'separator' },
      entry('shell.tray.open', { do: 'open', path: `/instance/${encodeURIComponent(name)}` }, true, t),
      { kind: 'separator' },
      entry('shell.tray.start', { do: 'start', name }, can('start'), t),
      entry('shell.tray.stop', { do: 'stop', name }, can('stop'), t),
      entry('shell.tray.restart', { do: 'restart', name }, can('restart'), t),
      { kind: 'separator' },
      entry('shell.tray.copy-connection', { do: 'copy-connection', name }, port !== null, t),
    ],
  }
}

const entry = (
  key: Parameters<ShellTranslator['t']>[0],
  action: TrayAction,
  enabled: boolean,
  { t }: ShellTranslator,
): TrayEntry => ({ kind: 'action', label: t(key), enabled, action })

/** Instances that a running job holds, with what it does. */
function busyWith({ jobs }: Seen, t: ShellTranslator): ReadonlyMap<string, string> {
  return new Map(
    jobs
      .filter(({ state }) => state === 'running')
      .flatMap(({ instances, operation }) =>
        instances.map((name) => [name, sayOperation(operation, t)] as const),
      ),
  )
}
