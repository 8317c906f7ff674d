import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { findElectron } from '../../build/bootstrap/electron-runtime.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const runtime = await findElectron(root)
if (process.env['PGTANDEM_EXPECT_ELECTRON'] === '1' && runtime.program === undefined)
  throw new Error(`there should be an Electron here: ${runtime.reason ?? ''}`)

if (runtime.program === undefined)
  process.stderr.write(`Skipped, no Electron here: ${runtime.reason ?? ''}\n`)

test.describe('PgTandem in Electron', () => {
  test.describe.configure({ mode: 'serial' })
  test.skip(runtime.program === undefined, `no Electron here: ${runtime.reason ?? ''}`)
  test.setTimeout(180_000)

  let home = ''
  let program: ElectronApplication
  let page: Page
  const complaints: string[] = []

  test.beforeAll(async () => {
    home = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-electron-'))
    program = await _electron.launch({
      executablePath: runtime.program ?? '',
      args: [path.join(root, 'dist/desktop/main.mjs'), '--lang=en-US'],
      env: { ...process.env, PGTANDEM_HOME: home },
    })
    page = await program.firstWindow()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
  })

  test.afterAll(async () => {
    // Nobody is there to answer what becomes of the servers.
    await program.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    })
    await program.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  })

  test('shows its first page, from its own scheme, without complaint', async () => {
    await expect(page.getByRole('button', { name: 'Create a primary and a standby' })).toBeVisible()
    expect(page.url()).toBe('app://pgtandem/')
    expect(complaints).toEqual([])
  })

  test('gives the page nothing of Node', async () => {
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    )
    expect(found).toEqual([])
  })

  test('denies leaving, new windows and permissions', async () => {
    const opened = await page.evaluate(() => window.open('https://example.com/') !== null)
    expect(opened).toBe(false)
    await page.evaluate(() => {
      window.location.href = 'https://example.com/'
    })
    await expect(page.getByRole('button', { name: 'Create a primary and a standby' })).toBeVisible()
    expect(page.url()).toBe('app://pgtandem/')
    const permission = await page.evaluate(() => Notification.requestPermission())
    expect(permission).toBe('denied')
  })

  test('makes a primary and a standby that stream', async () => {
    await page.getByRole('button', { name: 'Create a primary and a standby' }).click()
    await expect(page).toHaveURL(/^app:\/\/pgtandem\/playground/, { timeout: 120_000 })
    expect(complaints).toEqual([])
  })

  test('goes into the tray when its window is closed', async () => {
    const visible = await program.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.close()
      return window?.isDestroyed() === false && window.isVisible()
    })
    expect(visible).toBe(false)
  })
})
