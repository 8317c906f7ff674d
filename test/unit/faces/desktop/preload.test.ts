import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPreload } from '../../../../build/desktop.mjs'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
let folder = ''
let bundle = ''

interface FakeEvent {
  readonly source: unknown
  readonly data: unknown
  readonly ports: readonly unknown[]
}

/** Runs the bundle as the sandbox does: CommonJS, with only `electron` to require. */
function runPreload(): {
  readonly sent: readonly unknown[][]
  post(this: void, event: Partial<FakeEvent>): void
} {
  const listeners: ((event: FakeEvent) => void)[] = []
  const sent: unknown[][] = []
  const window = {
    addEventListener: (type: string, listener: (event: FakeEvent) => void) => {
      if (type === 'message') listeners.push(listener)
    },
  }
  const required: string[] = []
  const requireOnly = (name: string): unknown => {
    required.push(name)
    if (name !== 'electron') throw new Error(`the sandbox has no ${name}`)
    return { ipcRenderer: { postMessage: (...args: unknown[]) => sent.push(args) } }
  }
  runInContext(bundle, createContext({ window, require: requireOnly, exports: {}, module: { exports: {} } }))
  expect(required).toEqual(['electron'])
  return {
    sent,
    post: (event) => {
      for (const listener of listeners)
        listener({ source: window, data: 'pgtandem:port', ports: [], ...event })
    },
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-preload-'))
  await buildPreload(root, folder)
  bundle = await readFile(path.join(folder, 'preload.cjs'), 'utf8')
})
afterAll(() => rm(folder, { recursive: true }))

describe('the preload bundle', () => {
  it('is one small file that needs electron alone', () => {
    expect(bundle.length).toBeLessThan(2000)
    expect(bundle).not.toMatch(/\bimport\b|contextBridge/)
    runPreload()
  })

  it('forwards the port that the page posts to its own window', () => {
    const { sent, post } = runPreload()
    post({ ports: ['port 1'] })
    expect(sent).toEqual([['pgtandem:port', null, ['port 1']]])
  })

  it('forwards one port of several, and another one after a reconnect', () => {
    const { sent, post } = runPreload()
    post({ ports: ['port 1', 'port 2'] })
    post({ ports: ['port 3'] })
    expect(sent.map(([, , ports]) => ports)).toEqual([['port 1'], ['port 3']])
  })

  it('forwards nothing else', () => {
    const { sent, post } = runPreload()
    post({ ports: [] })
    post({ data: 'something else', ports: ['port 1'] })
    post({ data: { port: 'pgtandem:port' }, ports: ['port 1'] })
    post({ source: { other: 'frame' }, ports: ['port 1'] })
    post({ source: null, ports: ['port 1'] })
    expect(sent).toEqual([])
  })
})
