import { describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../../electron/faces/desktop/dialogs.ts'
import { runQuitSequence } from '../../../../electron/faces/desktop/quit/quit-sequence.ts'
import { createShellTranslator } from '../../../../shared/i18n/window/shell-translator.ts'
import type { JobReport } from '../../../../shared/model/job-report.ts'
import type { InstanceView } from '../../../../shared/model/live-state.ts'
import { defaultSettings, type Settings, type SettingsChange } from '../../../../shared/model/settings.ts'
import { standby, view } from '../../../helpers/instance-views.ts'
import { live, report } from './live-samples.ts'

vi.mock('electron', () => import('../../../helpers/electron-stub.ts'))

interface World {
  readonly instances?: readonly InstanceView[]
  readonly onQuit?: Settings['onQuit']
  readonly jobs?: readonly JobReport[]
  /** What is chosen, dialog after dialog; `+` ticks the box. */
  readonly answers?: readonly string[]
  readonly refuses?: string
}

/** The sequence over a core that notes down what it is asked; the one over real servers is test/integration/desktop-shell. */
async function quit({ instances = [], onQuit = 'ask', jobs = [], answers = [], refuses }: World) {
  const asked: Question<string>[] = []
  const stopped: string[] = []
  const settled: boolean[] = []
  let remembered: SettingsChange = {}
  const waiting = [...answers]
  const plan = (operation: string, { name }: { readonly name: string }) =>
    Promise.resolve(
      name === refuses
        ? { kind: 'refused', code: 'instance-stopping', params: { name } }
        : { kind: 'plan', plan: { operation, name, confirmations: [{ reason: 'cuts-connections' }] } },
    )
  const shell = {
    translator: () => createShellTranslator('en'),
    dialogs: {
      ask: (question: Question<string>) => {
        asked.push(question)
        const answer = waiting.shift()
        if (answer === undefined) throw new Error(`nobody answers: ${question.message}`)
        const choice = answer.replace('+', '')
        expect(question.choices.map(({ id }) => id)).toContain(choice)
        return Promise.resolve({ choice, checked: answer.endsWith('+') })
      },
      tell: () => Promise.resolve(),
    },
    host: {
      live: { current: () => live(instances) },
      settings: {
        current: () => ({ ...defaultSettings, onQuit }),
        change: (change: SettingsChange) => Promise.resolve(void (remembered = change)),
      },
      core: { plan },
      jobs: {
        reports: () => jobs,
        settle: (cancel: boolean) => Promise.resolve(void settled.push(cancel)),
        run: (found: { readonly name: string }) => {
          stopped.push(found.name)
          return Promise.resolve({ kind: 'nothing-to-do' })
        },
      },
    },
  } as unknown as Parameters<typeof runQuitSequence>[0]
  const decision = await runQuitSequence(shell)
  expect(waiting).toEqual([])
  return { decision, asked, stopped, settled, remembered }
}

const cascade = [view('app'), standby('b', 'app'), standby('c', 'b')]

describe('quitting', () => {
  it('asks nothing when nothing runs', async () => {
    const { decision, asked } = await quit({ instances: [view('app', { state: 'stopped' })] })
    expect([decision, asked]).toEqual(['quit', []])
  })

  it('names the running servers, and leaves them running', async () => {
    const { decision, asked, stopped, remembered } = await quit({
      instances: cascade,
      answers: ['leave-running'],
    })
    expect([decision, stopped, remembered]).toEqual(['quit', [], {}])
    expect(asked[0]?.message).toBe('3 servers are running.')
    expect(asked[0]?.detail).toContain('app, b, c')
  })

  it('stops them in order, standbys before their upstreams, without asking about connections', async () => {
    const { decision, stopped } = await quit({ instances: cascade, answers: ['stop'] })
    expect([decision, stopped]).toEqual(['quit', ['c', 'b', 'app']])
  })

  it('stays', async () => {
    const { decision, stopped, remembered } = await quit({ instances: cascade, answers: ['stay+'] })
    expect([decision, stopped, remembered]).toEqual(['stay', [], {}])
  })

  it.each(['leave-running', 'stop'] as const)('remembers %s when the box is ticked', async (choice) => {
    const { remembered } = await quit({ instances: cascade, answers: [`${choice}+`] })
    expect(remembered).toEqual({ onQuit: choice })
  })

  it('asks no more once that is answered for good', async () => {
    expect(await quit({ instances: cascade, onQuit: 'leave-running' })).toMatchObject({
      decision: 'quit',
      asked: [],
      stopped: [],
    })
    expect(await quit({ instances: cascade, onQuit: 'stop' })).toMatchObject({
      decision: 'quit',
      asked: [],
      stopped: ['c', 'b', 'app'],
    })
  })

  it('names what could not be stopped, goes on with the others, and stays or quits all the same', async () => {
    const world = { instances: cascade, onQuit: 'stop', refuses: 'b' } as const
    const stays = await quit({ ...world, answers: ['stay'] })
    expect(stays).toMatchObject({ decision: 'stay', stopped: ['c', 'app'] })
    expect(stays.asked[0]?.detail).toContain('b: ')
    expect((await quit({ ...world, answers: ['quit'] })).decision).toBe('quit')
  })

  describe('while jobs run', () => {
    const jobs = [report('clone', ['app', 'b'])]

    it('names them and waits for their end, or cancels them', async () => {
      const waits = await quit({ jobs, answers: ['wait'] })
      expect(waits).toMatchObject({ decision: 'quit', settled: [false] })
      expect(waits.asked[0]?.detail).toContain('Create a standby: app, b')
      expect(await quit({ jobs, answers: ['cancel'] })).toMatchObject({ decision: 'quit', settled: [true] })
    })

    it('stays, and asks nothing more', async () => {
      expect(await quit({ jobs, instances: cascade, answers: ['stay'] })).toMatchObject({
        decision: 'stay',
        settled: [],
      })
    })

    it('asks about servers afterwards', async () => {
      expect(await quit({ jobs, instances: cascade, answers: ['wait', 'stop'] })).toMatchObject({
        decision: 'quit',
        stopped: ['c', 'b', 'app'],
      })
    })

    it('is not held up by jobs that have ended', async () => {
      const ended = [report('clone', ['app'], { state: 'done', endedAt: '2026-11-21T08:00:00.000Z' })]
      expect(await quit({ jobs: ended })).toMatchObject({ decision: 'quit', asked: [] })
    })
  })
})
