import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { findTestMajor } from '../helpers/majors.ts'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

const found = findTestMajor(11)

test('up to 11 a pasted recovery.conf is converted into the one of the standby, which then streams by it', async ({
  world,
  page,
}) => {
  test.skip('skipBecause' in found, 'skipBecause' in found ? found.skipBecause : '')
  if ('skipBecause' in found) return
  await world.run('postgres', 'add', found.binDir)
  await world.pair('shop', '--pg', '11')
  const dataDir = path.join(world.home, 'instances/shop-standby/data')
  const file = path.join(dataDir, 'recovery.conf')
  const before = await readFile(file, 'utf8')
  const port = await world.ask('shop', 'show port')

  await openAt(page, world, '/instance/shop-standby/configuration')
  await page.getByRole('tab', { name: 'recovery.conf' }).click()
  await expect(page.getByText(`It is a standby because of ${file}, which is below.`)).toBeVisible()
  await page.getByRole('button', { name: 'Change with the wizard …' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('recovery.conf of shop-standby')
  await expect(page.getByText('Up to PostgreSQL 11 all of it stands in one file')).toBeVisible()
  await expect(page.getByText('The file recovery.conf in the data directory')).toBeVisible()
  await expect(page.getByText('standby.signal')).toBeHidden()

  await page.getByRole('button', { name: 'Take over a recovery.conf' }).click()
  await field(page, 'Text of the recovery.conf').fill(
    [
      'standby_mode = on',
      `primary_conninfo = 'host=127.0.0.1 port=${port} user=replicator application_name=walrus keepalives_idle=33'`,
      "promote_trigger_file = '/tmp/promote-me'",
      "recovery_min_apply_delay = '1s'",
    ].join('\n'),
  )
  await page.getByRole('button', { name: 'Convert' }).click()
  const converted = page.getByRole('region', { name: 'The settings in the version of this instance' })
  await expect(converted).toContainText('trigger_file')
  await page.getByRole('button', { name: 'Fill the form with it' }).click()
  await expect(field(page, 'trigger_file')).toHaveValue('/tmp/promote-me')
  const delay = field(page, 'recovery_min_apply_delay')
  const write = page.getByRole('button', { name: 'Write the settings' })
  await delay.fill('soon')
  await expect(delay).toHaveAttribute('aria-invalid', 'true')
  await expect(write).toBeDisabled()
  await delay.fill('2s')
  const diff = page.getByRole('region', { name: `Change to ${file}` })
  await expect(diff).toContainText("+trigger_file = '/tmp/promote-me'")
  await expect(diff).toContainText('+recovery_min_apply_delay = 2s')
  expect(await readFile(file, 'utf8')).toBe(before)
  await write.click()

  await expect(page.getByText('The settings of shop-standby are written.')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Read only at start, so not in effect yet:')).toBeVisible()
  await page.getByRole('button', { name: 'Restart', exact: true }).click()
  await expect
    .poll(() => world.ask('shop', 'select application_name || state from pg_stat_replication'), {
      timeout: 30_000,
    })
    .toBe('walrusstreaming')
  const after = await readFile(file, 'utf8')
  expect(after).toMatch(/^standby_mode = on$/m)
  expect(after).toMatch(/^primary_conninfo = '.*application_name=walrus.*keepalives_idle=33.*'$/m)
  expect(after).toMatch(/^trigger_file = '\/tmp\/promote-me'$/m)
  expect(after).toMatch(/^recovery_min_apply_delay = 2s$/m)
  await expect(access(path.join(dataDir, 'standby.signal'))).rejects.toThrow('ENOENT')
  expect(await world.ask('shop-standby', 'select pg_is_in_recovery()')).toBe('t')
})
