import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { instancesUsing } from '../../../../electron/postgres/installations/remove-downloaded.ts'

test('programs are in use however the way to them is spelled', async (context) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'using-'))
  context.onTestFinished(() => rm(folder, { recursive: true }))
  const real = path.join(folder, 'real')
  const home = path.join(folder, 'home')
  const binDir = path.join(real, 'postgres', '18.4', 'bin')
  await mkdir(binDir, { recursive: true })
  await symlink(real, home, 'junction')
  const instances = [
    { name: 'by-its-real-name', binDir },
    { name: 'by-the-link', binDir: path.join(home, 'postgres', '18.4', 'bin') },
    { name: 'of-another', binDir: path.join(real, 'postgres', '18.40', 'bin') },
    { name: 'elsewhere', binDir: path.join(path.parse(folder).root, 'usr', 'bin') },
  ]
  expect(await instancesUsing('18.4', home, instances)).toEqual(['by-its-real-name', 'by-the-link'])
})
