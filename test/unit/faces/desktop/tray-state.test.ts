import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { trayIconFile } from '../../../../electron/faces/desktop/tray/tray-icon.ts'
import { type TrayState, trayStateOf } from '../../../../electron/faces/desktop/tray/tray-state.ts'
import type { Finding } from '../../../../shared/model/instance-status.ts'
import { standby, view } from '../../../helpers/instance-views.ts'
import { job, live } from './live-samples.ts'

const finding = (severity: Finding['severity']): Finding => ({
  code: 'slot-lost',
  severity,
  message: { key: 'findings.slot-lost.message' },
  hint: { key: 'findings.slot-lost.hint' },
})

describe('the state of all instances in one word', () => {
  it.each<readonly [string, ReturnType<typeof live>, TrayState]>([
    ['nothing there', live([]), 'idle'],
    ['all stopped', live([view('a', { state: 'stopped' })]), 'idle'],
    ['one of two runs', live([view('a'), view('b', { state: 'stopped' })]), 'well'],
    ['one starts', live([view('a', { state: 'starting' })]), 'well'],
    ['one crashed beside one that runs', live([view('a'), view('b', { state: 'crashed' })]), 'attention'],
    ['one cannot be asked', live([view('a', { state: 'unreachable' })]), 'attention'],
    ['one is missing', live([view('a', { state: 'missing' })]), 'attention'],
    ['a note', live([view('a', { findings: [finding('info')] })]), 'well'],
    ['a warning', live([standby('a', 'b', { findings: [finding('warning')] })]), 'attention'],
    [
      'an error of a stopped one',
      live([view('a', { state: 'stopped', findings: [finding('error')] })]),
      'attention',
    ],
    ['a job runs', live([view('a')], [job('clone', ['a'])]), 'well'],
    ['a job was interrupted', live([view('a')], [job('clone', ['a'], 'interrupted')]), 'attention'],
    ['a job failed', live([], [job('clone', ['a'], 'failed')]), 'attention'],
  ])('%s', (_what, state, expected) => {
    expect(trayStateOf(state)).toBe(expected)
  })
})

describe('the icons of the tray', () => {
  const folder = path.resolve(import.meta.dirname, '../../../../resources/icons/made')
  const looks = (['well', 'attention', 'idle'] as const).flatMap((state) =>
    [true, false].flatMap((isDark) =>
      (['win32', 'darwin', 'linux'] as const).map((platform) => ({ state, isDark, platform })),
    ),
  )

  it.each(looks)('are there for $state on $platform, dark: $isDark', (look) => {
    const file = trayIconFile(folder, look)
    const wanted = file.endsWith('.png') ? [file, file.replace('.png', '@2x.png')] : [file]
    expect(wanted.filter((name) => !existsSync(name))).toEqual([])
  })

  it('differ between states and between taskbars, where we colour them', () => {
    const files = looks.filter(({ platform }) => platform !== 'darwin').map((look) => trayIconFile('', look))
    expect(new Set(files).size).toBe(files.length)
  })
})
