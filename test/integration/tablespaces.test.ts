import { mkdir, readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { createTestCore } from '../helpers/test-core.ts'
import { makeTestFolder } from '../helpers/test-server.ts'

describe.skipIf(whyNoDebian !== '')(`tablespaces${whyNoDebian}`, () => {
  it('get a folder of their own in a clone, and one folder for two servers is found out', async () => {
    const { folder, clear } = await makeTestFolder()
    const core = await createTestCore()
    const space = path.join(folder, 'space')
    const shared = path.join(folder, 'shared')
    try {
      await mkdir(space, { mode: 0o700 })
      await mkdir(shared, { mode: 0o700 })
      await core.perform('create', { name: 'one', port: 24_730, pg: debianBinDir })
      await core.sql('one', { sql: `create tablespace apart location '${space}'` })
      await core.sql('one', { sql: 'create table far (id int) tablespace apart' })
      await core.sql('one', { sql: 'insert into far values (7)' })
      await core.perform('clone', { source: 'one', name: 'two', port: 24_731 })
      await core.waitUntilCaughtUp('two', 'one')
      expect(await core.ask('two', 'select id from far')).toBe('7')
      const where = `select pg_tablespace_location(oid) from pg_tablespace where spcname = 'apart'`
      expect(await core.ask('two', where)).not.toBe(space)
      const codes = async (name: string) => (await core.statusOf(name)).findings.map(({ code }) => code)
      expect(await codes('two')).not.toContain('tablespace-shared')

      await core.sql('one', { sql: `create tablespace common location '${shared}'` })
      await core.waitUntilCaughtUp('two', 'one')
      const { findings } = await core.statusOf('two')
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'tablespace-shared', severity: 'error' }),
      )
      await core.perform('remove', { name: 'two', deleteData: true })
      expect(existsSync(space)).toBe(true)
      expect(await readdir(shared)).toHaveLength(1)
    } finally {
      await core.clear()
      await clear()
    }
  })
})
