import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerPage } from '../../../../electron/faces/desktop/page/answer-page.ts'
import { registerPageScheme, setupPage } from '../../../../electron/faces/desktop/page/scheme.ts'
import { type Assets, readAssets } from '../../../../electron/faces/rpc/page/assets.ts'
import { callsOf, resetElectron, schemes } from '../../../helpers/electron-stub.ts'

vi.mock('electron', () => import('../../../helpers/electron-stub.ts'))

let temp = ''
let assets: Assets
beforeAll(async () => {
  temp = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-page-'))
  const folder = path.join(temp, 'page')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await writeFile(
    path.join(folder, 'index.html'),
    '<script nonce="__CSP_NONCE__"></script><meta nonce="__CSP_NONCE__">',
  )
  await writeFile(path.join(folder, 'assets/main.js'), 'export {}')
  await writeFile(path.join(temp, 'secret.txt'), 'x')
  assets = await readAssets(folder)
})
afterAll(() => rm(temp, { recursive: true }))
beforeEach(resetElectron)

const get = (url: string, method = 'GET'): Response => answerPage({ method, url }, assets)

describe('the page by its own scheme', () => {
  it('comes at every address of it, with a nonce of its own each time', async () => {
    const answers = ['app://pgtandem/', 'app://pgtandem/instance/app', 'app://pgtandem/'].map((url) =>
      get(url),
    )
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        const policy = answer.headers.get('content-security-policy') ?? ''
        const nonce = /script-src 'nonce-([\w-]{24})' 'strict-dynamic'/.exec(policy)?.[1] ?? ''
        expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
        expect(policy).toContain(`require-trusted-types-for 'script'`)
        expect(policy).not.toMatch(/unsafe|https?:|ws:/)
        const text = await answer.text()
        expect(text).toBe(`<script nonce="${nonce}"></script><meta nonce="${nonce}">`)
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(3)
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store')
    expect(answers[0]?.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('has its files, with their types', async () => {
    const answer = get('app://pgtandem/assets/main.js')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await answer.text()).toBe('export {}')
  })

  it.each([
    ['app://pgtandem/assets/none.js', 404],
    ['app://pgtandem/../secret.txt', 404],
    ['app://pgtandem/..%2fsecret.txt', 404],
    ['app://pgtandem/assets/../../secret.txt', 404],
    ['app://elsewhere/', 403],
  ])('%s: %i', (url, status) => {
    expect(get(url).status).toBe(status)
  })

  it('takes no other method', () => {
    expect(get('app://pgtandem/', 'POST').status).toBe(403)
  })

  it('is registered as a standard, secure scheme, and served', async () => {
    registerPageScheme()
    expect(callsOf('protocol.registerSchemesAsPrivileged')).toMatchObject([
      [[{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ])
    expect(JSON.stringify(callsOf('protocol.registerSchemesAsPrivileged'))).not.toContain('bypassCSP')
    setupPage(assets)
    const answer = await schemes.get('app')?.(new Request('app://pgtandem/assets/main.js'))
    expect(answer?.status).toBe(200)
  })
})
