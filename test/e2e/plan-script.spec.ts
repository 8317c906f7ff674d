import { execFile, execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'
import type { World } from './helpers/world.ts'

const runFile = promisify(execFile)

/** Saves the plan whose steps a wizard shows, as the browser does; where it lies. */
async function saveScript(page: Page, world: World, name: string): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a script' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(name)
  const file = path.join(world.home, name)
  await download.saveAs(file)
  return file
}

/** As a person does it in a terminal; what it said. */
const runScript = async (file: string): Promise<string> =>
  (await runFile('sh', [file], { cwd: '/', timeout: 60_000 })).stdout

test('a promotion that was saved as a script promotes when it is run by hand, and the page sees it', async ({
  world,
  page,
}) => {
  await world.pair('shop')
  await world.run('stop', 'shop')
  await openAt(page, world, '/do/promote/shop-standby')
  const script = await saveScript(page, world, 'pgtandem-promote.sh')
  expect(await world.ask('shop-standby', 'select pg_is_in_recovery()')).toBe('t')
  expect(await runScript(script)).toContain('Promote shop-standby')
  expect(await world.ask('shop-standby', 'select pg_is_in_recovery()')).toBe('f')
  await openAt(page, world, '/instance/shop-standby')
  await expect(page.getByText('primary', { exact: true }).first()).toBeVisible()
})

const hasPsql = (): boolean => {
  try {
    execFileSync('psql', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a standby that was saved as a script streams once the script has run', async ({ world, page }) => {
  test.skip(!hasPsql(), 'the script takes the backup by psql, and there is none in the search path')
  await world.run('create', 'shop', '--port', String(await world.freePort()))
  await world.ask('shop', 'create table arrived as select 42 as what')
  await openAt(page, world, '/do/standby/shop')
  const port = String(await world.freePort())
  await field(page, 'Port').fill(port)
  await page.getByRole('button', { name: 'Show the steps and commands' }).click()
  await expect(page.getByText(`port = ${port}`).first()).toBeVisible()
  const script = await saveScript(page, world, 'pgtandem-clone.sh')
  const dataDir = path.join(world.home, 'instances/shop-standby/data')
  await runScript(script)
  await expect
    .poll(() => world.ask('shop', 'select application_name || state from pg_stat_replication'), {
      timeout: 20_000,
    })
    .toBe('shop-standbystreaming')
  expect(await readFile(path.join(dataDir, 'standby.signal'), 'utf8')).toBe('')
  await world.run('adopt', 'shop-standby', '--data', dataDir)
  expect(await world.ask('shop-standby', 'select what from arrived')).toBe('42')
})
