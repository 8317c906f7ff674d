import { execFile } from 'node:child_process'
import { appendFile, chmod, chown, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAccount } from '../../electron/system/platform/accounts.ts'
import { debianBinDir, whyNoDebian } from '../helpers/debian-installation.ts'
import { builtProgram, makeOpenFolder, runAsRoot } from './helpers.ts'

const run = promisify(execFile)
const port = 28_860
const superuser = 'the password of postgres'

/**
 * As EDB's installer leaves a server on Windows: a service of another account owns the data directory, which ours cannot
 * read, and the superuser is known by its password.
 */
describe.skipIf(whyNoDebian !== '')(`a server whose data directory is closed to us${whyNoDebian}`, () => {
  let place: Awaited<ReturnType<typeof makeOpenFolder>>
  let owner: { readonly uid: number; readonly gid: number }
  let dataDir = ''
  let configFile = ''

  const pgtandem = (...args: readonly string[]) =>
    runAsRoot([...args, '--home', path.join(place.folder, 'home')], builtProgram, { PGPASSWORD: superuser })
  const asOwner = (tool: string, ...args: readonly string[]) =>
    run(path.join(debianBinDir, tool), [...args], { cwd: '/', uid: owner.uid, gid: owner.gid })
  const ask = async (name: string, sql: string): Promise<unknown> =>
    ((await pgtandem('sql', name, '-c', sql)).document as { rows: unknown }).rows

  beforeAll(async () => {
    place = await makeOpenFolder()
    const nobody = await readAccount('nobody')
    if (nobody === undefined) throw new Error('this system has no account nobody')
    owner = nobody
    const folder = path.join(place.folder, 'service')
    dataDir = path.join(folder, 'data')
    configFile = path.join(place.folder, 'etc', 'postgresql.conf')
    const passwordFile = path.join(folder, 'password')
    await mkdir(folder)
    await mkdir(path.dirname(configFile))
    await writeFile(passwordFile, superuser)
    for (const file of [folder, passwordFile, path.dirname(configFile)])
      await chown(file, owner.uid, owner.gid)
    const initdb = ['-D', dataDir, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-N']
    await asOwner('initdb', ...initdb, '-E', 'UTF8', '--locale=C')
    await rename(path.join(dataDir, 'postgresql.conf'), configFile)
    await appendFile(
      configFile,
      `data_directory = '${dataDir}'\nhba_file = '${dataDir}/pg_hba.conf'\nident_file = '${dataDir}/pg_ident.conf'\n` +
        `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = off\n`,
    )
    await chmod(configFile, 0o644)
    await asOwner(
      'pg_ctl',
      'start',
      '-w',
      '-D',
      path.dirname(configFile),
      '-l',
      path.join(folder, 'server.log'),
    )
  })
  afterAll(async () => {
    await pgtandem('stop', '--all', '--mode', 'immediate')
    await asOwner('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', dataDir)
    await place.clear()
  })

  test('is adopted, and observed by SQL', async () => {
    const adopted = await pgtandem('adopt', 'service', '--data', dataDir, '--config-file', configFile)
    expect(adopted).toMatchObject({ code: 0 })
    const { document } = await pgtandem('status', 'service', '--why')
    expect(document).toMatchObject({
      instances: [{ state: 'running', role: 'primary', port, major: 15, dataDir }],
    })
    expect(await ask('service', 'select current_user')).toEqual([['postgres']])
  })

  test('is changed by ALTER SYSTEM, which takes effect at once', async () => {
    const config = await readFile(configFile, 'utf8')
    const changed = await pgtandem('config', 'service', 'set', 'work_mem=9MB')
    expect(changed).toMatchObject({ code: 0 })
    expect(await ask('service', 'show work_mem')).toEqual([['9MB']])
    expect(await readFile(path.join(dataDir, 'postgresql.auto.conf'), 'utf8')).toContain("work_mem = '9MB'")
    expect(await readFile(configFile, 'utf8')).toBe(config)
    const later = await pgtandem('config', 'service', 'set', 'cluster_name=service')
    expect(later).toMatchObject({ code: 0 })
  })

  test('takes no setting that the server refuses, and is left as it was', async () => {
    const before = await readFile(path.join(dataDir, 'postgresql.auto.conf'), 'utf8')
    const refused = await pgtandem('config', 'service', 'set', 'work_mem=9 apples')
    expect(refused.document).toMatchObject({ error: { code: 'setting-rejected' } })
    expect(await readFile(path.join(dataDir, 'postgresql.auto.conf'), 'utf8')).toBe(before)
  })

  test('is cloned by pg_basebackup into a standby of our own', async () => {
    const byFiles = await pgtandem('clone', 'service', 'copy', '--port', String(port + 1), '--method', 'copy')
    expect(byFiles).toMatchObject({ code: 3, document: { error: { code: 'files-not-readable' } } })
    const cloned = await pgtandem('clone', 'service', 'copy', '--port', String(port + 1))
    expect(cloned).toMatchObject({ code: 0 })
    const { checks } = (await pgtandem('verify', 'copy')).document as { checks: { ok: boolean }[] }
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(await ask('copy', 'show work_mem')).toEqual([['9MB']])
    expect(await ask('copy', 'show cluster_name')).toEqual([['copy']])
  })

  test('is neither stopped nor deleted by us, and its files stay the other account’s', async () => {
    const removed = await pgtandem('remove', 'copy', '--delete-data')
    expect(removed).toMatchObject({ code: 0 })
    for (const args of [
      ['stop', 'service'],
      ['restart', 'service'],
      ['remove', 'service', '--delete-data'],
    ])
      expect((await pgtandem(...args)).document).toMatchObject({ error: { code: 'foreign-owner' } })
    expect(await ask('service', 'select count(*) from pg_replication_slots')).toEqual([['0']])
    expect((await stat(path.join(dataDir, 'postgresql.auto.conf'))).uid).toBe(owner.uid)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  })
})
