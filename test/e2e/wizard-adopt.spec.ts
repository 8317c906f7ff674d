import path from 'node:path'
import { field } from './helpers/field.ts'
import { openAt } from './helpers/open-at.ts'
import { openWorld } from './helpers/world.ts'
import { expect, test } from './helpers/test.ts'

test('a server of somebody else is adopted once its password is right', async ({ world, freePort, page }) => {
  const elsewhere = await openWorld(freePort)
  try {
    await elsewhere.run('create', 'books', '--port', String(await freePort()))
    await elsewhere.ask('books', "alter role postgres password 'the right one'")
    await openAt(page, world, '/do/adopt')
    const folder = field(page, 'Data directory')
    await folder.fill(path.join(elsewhere.home, 'nothing'))
    await expect(folder).toHaveAccessibleDescription(/There is nothing at/)
    await folder.fill(elsewhere.home)
    await expect(folder).toHaveAccessibleDescription(/it has no PG_VERSION file/)
    await folder.fill(path.join(elsewhere.home, 'instances/books/data'))
    await expect(field(page, 'Name')).toHaveValue('books')

    const use = page.getByRole('button', { name: 'Use it' })
    const password = page.getByLabel('Password of postgres')
    await password.fill('a wrong one')
    await page.getByRole('button', { name: 'Try this password' }).click()
    await expect(page.getByText('The server refuses this password of postgres.')).toBeVisible()
    await expect(use).toBeDisabled()
    await password.fill('the right one')
    await page.getByRole('button', { name: 'Try this password' }).click()
    await use.click()
    await expect(page.getByText('books is in the list of instances now.')).toBeVisible()
    expect(await world.ask('books', 'select 1')).toBe('1')
  } finally {
    await elsewhere.close()
  }
})
