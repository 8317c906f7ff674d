import { describe, expect, it } from 'vitest'
import {
  type TrayAction,
  type TrayEntry,
  trayMenu,
  trayTooltip,
} from '../../../../electron/faces/desktop/tray/tray-menu.ts'
import { createShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'
import { instanceStates } from '../../../../shared/model/instance-status.ts'
import type { LiveState } from '../../../../shared/model/live-state.ts'
import { standby, view } from '../../../helpers/instance-views.ts'
import { job, live } from './live-samples.ts'

const en = createShellTranslator('en')
const zh = createShellTranslator('zh-CN')

type Action = Extract<TrayEntry, { kind: 'action' }>
const actionsIn = (entries: readonly TrayEntry[]): readonly Action[] =>
  entries.flatMap((entry) =>
    entry.kind === 'action' ? [entry] : entry.kind === 'submenu' ? actionsIn(entry.entries) : [],
  )
const enabledOf = (state: LiveState, name: string): readonly string[] =>
  actionsIn(trayMenu(state, en))
    .filter(({ enabled, action }) => enabled && 'name' in action && action.name === name)
    .map(({ action }) => action.do)
const isEnabled = (state: LiveState, what: TrayAction['do']): boolean | undefined =>
  actionsIn(trayMenu(state, en)).find(({ action }) => action.do === what)?.enabled
const labels = (entries: readonly TrayEntry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'separator'
      ? []
      : entry.kind === 'submenu'
        ? [entry.label, ...labels(entry.entries)]
        : [entry.label],
  )

describe('the menu of the tray', () => {
  it('has one submenu an instance, with state, role, port and what can be done', () => {
    const [first, second] = trayMenu(live([view('app'), standby('app-standby', 'app')]), en)
    expect(first).toMatchObject({ kind: 'submenu', label: 'app – primary, running' })
    expect(second).toMatchObject({ kind: 'submenu', label: 'app-standby – standby, running' })
    expect(first?.kind === 'submenu' ? labels(first.entries) : []).toEqual([
      'Port 5432',
      'Open',
      'Start',
      'Stop',
      'Restart',
      'Copy connection string',
    ])
  })

  it.each([
    ['running', ['stop', 'restart', 'copy-connection']],
    ['stopped', ['start', 'copy-connection']],
    ['crashed', ['start', 'copy-connection']],
    ['starting', ['stop', 'copy-connection']],
    ['stopping', ['copy-connection']],
    ['unreachable', ['stop', 'restart', 'copy-connection']],
    ['missing', ['copy-connection']],
  ] as const)('offers of a primary that is %s: %j', (state, offered) => {
    expect(enabledOf(live([view('app', { state })]), 'app')).toEqual(offered)
  })

  it('knows every state', () => {
    for (const state of instanceStates)
      expect(labels(trayMenu(live([view('app', { state })]), en))[0]).toBe(`app – primary, ${state}`)
  })

  it('offers nothing of an instance that a job has in hand, and says what that does', () => {
    const state = live([view('app'), view('other')], [job('clone', ['app', 'new'])])
    expect(enabledOf(state, 'app')).toEqual(['copy-connection'])
    expect(labels(trayMenu(state, en))).toContain('Busy: Create a standby')
    expect(enabledOf(state, 'other')).toContain('stop')
  })

  it('is not kept busy by a job that has been left unfinished', () => {
    expect(enabledOf(live([view('app')], [job('clone', ['app'], 'interrupted')]), 'app')).toContain('stop')
  })

  it('has no connection string without a port', () => {
    expect(enabledOf(live([view('app', { port: null, state: 'missing' })]), 'app')).toEqual([])
  })

  it('says in whose place a superseded primary stood, and leaves it out of "start all"', () => {
    const old = live([view('app', { state: 'stopped', entry: { supersededBy: 'app-standby' } })])
    expect(labels(trayMenu(old, en))).toContain('app-standby was promoted in its place')
    expect(isEnabled(old, 'start-all')).toBe(false)
    expect(enabledOf(old, 'app')).toContain('start')
  })

  it('can start all when one is down, and stop all when one is up', () => {
    expect(isEnabled(live([view('app')]), 'start-all')).toBe(false)
    expect(isEnabled(live([view('app')]), 'stop-all')).toBe(true)
    expect(isEnabled(live([view('app', { state: 'stopped' })]), 'start-all')).toBe(true)
    expect(isEnabled(live([view('app', { state: 'stopped' })]), 'stop-all')).toBe(false)
    expect(isEnabled(live([view('app')], [job('stop', ['app'])]), 'stop-all')).toBe(false)
  })

  it('can always be opened and left, also with no instance', () => {
    const state = live([])
    expect(labels(trayMenu(state, en))[0]).toBe('No instances yet')
    expect([isEnabled(state, 'open'), isEnabled(state, 'quit')]).toEqual([true, true])
    expect([isEnabled(state, 'start-all'), isEnabled(state, 'stop-all')]).toEqual([false, false])
  })

  it('opens the page of the instance', () => {
    const open = actionsIn(trayMenu(live([view('app')]), en)).find(({ action }) => action.do === 'open')
    expect(open?.action).toEqual({ do: 'open', path: '/instance/app' })
  })

  it('says all of it in Chinese too', () => {
    const state = live(
      [view('app', { state: 'stopped', entry: { supersededBy: 'b' } }), standby('b', 'app')],
      [job('restart', ['b'])],
    )
    const left = labels(trayMenu(state, zh)).filter((label) => /[a-z]{4,} [a-z]{3,}/i.test(label))
    expect(left).toEqual([])
    expect(labels(trayMenu(state, zh))).toContain('正在处理：重新启动')
  })

  it('stays the same data while nothing changes', () => {
    const state = live([view('app'), standby('b', 'app')])
    expect(trayMenu(state, en)).toEqual(trayMenu(structuredClone(state), en))
  })
})

describe('the tooltip of the tray', () => {
  it('counts, names what needs a person, and stays within what Windows shows', () => {
    expect(trayTooltip(live([view('app'), view('b', { state: 'stopped' })]), en)).toBe(
      'PgTandem: 1 of 2 running',
    )
    expect(trayTooltip(live([view('app', { state: 'stopped' })]), en)).toBe('PgTandem: nothing runs')
    expect(trayTooltip(live([view('app', { state: 'crashed' })]), en)).toContain('app – something needs you')
    expect(trayTooltip(live([view('app')], [job('clone', ['app'], 'failed')]), en)).toBe(
      'PgTandem: a job was left unfinished',
    )
    const many = Array.from({ length: 50 }, (_, index) => view(`instance-${index}`, { state: 'crashed' }))
    expect(trayTooltip(live(many), en).length).toBeLessThanOrEqual(127)
  })
})
