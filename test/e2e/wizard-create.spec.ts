import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { expect, test } from './helpers/test.ts'

test('a primary is created from a plan that shows its commands, and leads to its standby', async ({
  world,
  page,
}) => {
  await openAt(page, world, '/do/create')
  await field(page, 'Name').fill('shop')
  await field(page, 'Port').fill(String(await world.freePort()))
  await page.getByRole('button', { name: 'Show the steps and commands' }).click()
  const steps = page.getByRole('list').filter({ hasText: 'Step 1:' })
  await expect(steps).toContainText('initdb')
  await expect(steps).toContainText('pg_ctl start')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByText('shop runs as a primary.')).toBeVisible({ timeout: 30_000 })
  expect(await world.ask('shop', 'select pg_is_in_recovery()')).toBe('f')
  await page.getByRole('link', { name: 'Make a standby of it' }).click()
  await expect(page).toHaveURL(/\/do\/standby\/shop$/)
  await expect(page.getByLabel('Copy from')).toHaveText(/^shop · primary/)
})

test('what is wrong is said at its field before anything runs', async ({ world, page }) => {
  await world.run('create', 'shop', '--port', String(await world.freePort()))
  await openAt(page, world, '/do/create')
  const [name, port, create] = [
    field(page, 'Name'),
    field(page, 'Port'),
    page.getByRole('button', { name: 'Create', exact: true }),
  ]
  await expect(create).toBeEnabled()

  await name.fill('My Shop')
  await expect(name).toHaveAccessibleDescription(/a name starts with a small letter/)
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(create).toBeDisabled()
  await name.fill('shop')
  await expect(name).toHaveAccessibleDescription(/There is an instance named shop already/)
  await name.fill('other')
  await expect(create).toBeEnabled()

  const taken = createServer()
  const number = await world.freePort()
  await new Promise<void>((resolve) => {
    taken.listen(number, '127.0.0.1', resolve)
  })
  await port.fill(String(number))
  await expect(port).toHaveAccessibleDescription(new RegExp(`Port ${number} is in use by .*${process.pid}`))
  await expect(create).toBeDisabled()
  await new Promise((resolve) => {
    taken.close(resolve)
  })
  await port.fill('70000')
  await expect(port).toHaveAccessibleDescription(/a port is a number from 1 to 65535/)
  await expect(port).toHaveAttribute('aria-invalid', 'true')
  await port.fill('')
  await expect(create).toBeEnabled()

  await page.getByRole('button', { name: 'Advanced options' }).click()
  const outside = test.info().outputPath()
  const folder = path.join(outside, 'full')
  await mkdir(folder)
  await writeFile(path.join(folder, 'mine.txt'), 'mine')
  const directory = field(page, 'Data directory')
  await directory.fill(folder)
  await expect(directory).toHaveAccessibleDescription(/exists and is not empty/)
  await expect(create).toBeDisabled()
  await directory.fill(path.join(outside, 'a$b'))
  await expect(directory).toHaveAccessibleDescription(/contains \$/)
})
