import { describe, expect, it } from 'vitest'
import { describeNotice } from '../../../../electron/faces/desktop/notices/describe-notice.ts'
import { noticesBetween, type Seen } from '../../../../electron/faces/desktop/notices/notices-between.ts'
import { createShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'
import { standby, view } from '../../../helpers/instance-views.ts'
import { job, live, report } from './live-samples.ts'

const seen = (state: Seen['state'], changed: Partial<Seen> = {}): Seen => ({
  state,
  reports: [],
  windowVisible: false,
  ...changed,
})
const pair = [view('app'), standby('b', 'app')]
const gone = { walReceiver: null }

const done = (second: number) => ({ state: 'done', endedAt: `2026-11-21T08:00:0${second}.000Z` }) as const

describe('what is told between two looks', () => {
  it('tells of a standby that lost its primary', () => {
    const after = live([view('app', { state: 'crashed' }), standby('b', 'app', gone)])
    expect(noticesBetween(seen(live(pair)), seen(after))).toEqual([
      { kind: 'crashed', name: 'app' },
      { kind: 'lost-primary', name: 'b', upstream: 'app' },
    ])
  })

  it('tells it once, and again only after it streamed meanwhile', () => {
    const lost = seen(live([view('app'), standby('b', 'app', gone)]))
    expect(noticesBetween(seen(live(pair)), lost)).toHaveLength(1)
    expect(noticesBetween(lost, lost)).toEqual([])
    expect(noticesBetween(lost, seen(live(pair)))).toEqual([])
  })

  it.each(['waiting', 'restarting', 'stopping'])('counts a receiver that is %s as lost', (status) => {
    const receiver = standby('b', 'app').walReceiver
    if (receiver === null) throw new Error('a sample without a receiver')
    const after = live([view('app'), standby('b', 'app', { walReceiver: { ...receiver, status } })])
    expect(noticesBetween(seen(live(pair)), seen(after))).toHaveLength(1)
  })

  it('says nothing of a standby that was stopped or promoted', () => {
    for (const changed of [
      { state: 'stopped' as const, ...gone },
      { role: 'primary' as const, ...gone },
    ])
      expect(
        noticesBetween(seen(live(pair)), seen(live([view('app'), standby('b', 'app', changed)]))),
      ).toEqual([])
  })

  it.each(['running', 'starting', 'unreachable'] as const)('tells of a crash after %s', (state) => {
    const before = seen(live([view('app', { state })]))
    expect(noticesBetween(before, seen(live([view('app', { state: 'crashed' })])))).toEqual([
      { kind: 'crashed', name: 'app' },
    ])
  })

  it('tells nothing of what had crashed before', () => {
    const crashed = seen(live([view('app', { state: 'crashed' })]))
    expect(noticesBetween(crashed, crashed)).toEqual([])
    expect(noticesBetween(seen({ ...live([]), at: null }), crashed)).toEqual([])
    expect(noticesBetween(seen(live([])), crashed)).toEqual([])
  })

  it('tells nothing that a job does on purpose, nor what it did a moment ago', () => {
    const after = live([view('app', { state: 'crashed' }), standby('b', 'app', gone)])
    const jobs = [job('stop', ['app'])]
    expect(noticesBetween(seen(live(pair)), seen({ ...after, jobs }))).toEqual([])
    expect(noticesBetween(seen({ ...live(pair), jobs }), seen(after))).toEqual([])
    const ended = (endedAt: string): Seen =>
      seen(after, { reports: [report('stop', ['app'], { state: 'done', endedAt })], windowVisible: true })
    expect(noticesBetween(seen(live(pair)), ended('2026-11-21T07:59:58.000Z'))).toEqual([])
    expect(noticesBetween(seen(live(pair)), ended('2026-11-21T07:59:00.000Z'))).toHaveLength(2)
  })

  it.each([
    ['done', 'job-done'],
    ['failed', 'job-failed'],
    ['undone', 'job-undone'],
  ] as const)('tells of a job that is %s while the window is hidden, once', (state, kind) => {
    const running = seen(live([]), { reports: [report('clone', ['app', 'b'])] })
    const reports = [report('clone', ['app', 'b'], { state, endedAt: '2026-11-21T08:00:00.000Z' })]
    const ended = seen(live([]), { reports })
    const told = [{ kind, job: 'job-clone', operation: 'clone', instances: ['app', 'b'] }]
    expect(noticesBetween(running, ended)).toEqual(told)
    expect(noticesBetween(seen(live([])), ended)).toEqual(told)
    expect(noticesBetween(ended, ended)).toEqual([])
    expect(noticesBetween(running, { ...ended, windowVisible: true })).toEqual([])
  })

  it('tells of jobs that ended between two looks in the order in which they did', () => {
    const reports = [
      report('stop', ['app'], done(2)),
      report('start', ['c'], done(3)),
      report('restart', ['b'], done(1)),
    ]
    const told = noticesBetween(seen(live([])), seen(live([]), { reports }))
    expect(told).toMatchObject([{ operation: 'restart' }, { operation: 'stop' }, { operation: 'start' }])
  })
})

describe('the words of a notice', () => {
  it.each(['en', 'zh-CN'] as const)('are complete in %s, with the page that a click opens', (language) => {
    const t = createShellTranslator(language)
    const lost = describeNotice({ kind: 'lost-primary', name: 'b', upstream: 'app' }, t)
    expect(lost).toMatchObject({ path: '/instance/b' })
    expect(`${lost.title} ${lost.body}`).toMatch(/b.*app/)
    const done = describeNotice(
      { kind: 'job-failed', job: 'x1', operation: 'clone', instances: ['app', 'b'] },
      t,
    )
    expect(done.path).toBe('/jobs/x1')
    expect(done.body).toContain('app, b')
    for (const text of [lost.title, lost.body, done.title, done.body])
      expect(text).not.toMatch(/[{}]|shell\./)
  })
})
