import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  configFileOfArgs,
  findConfigFile,
  parsePostmasterOpts,
} from '../../../../electron/core/instances/find-configuration.ts'

describe('postmaster.opts', () => {
  it('names the program and its arguments', () => {
    const text =
      '/usr/lib/postgresql/15/bin/postgres "-D" "/var/lib/my data" "-c" "config_file=/etc/p/postgresql.conf"\n'
    expect(parsePostmasterOpts(text)).toEqual({
      program: '/usr/lib/postgresql/15/bin/postgres',
      args: ['-D', '/var/lib/my data', '-c', 'config_file=/etc/p/postgresql.conf'],
    })
  })

  it('of a Windows server holds a path with spaces', () => {
    const text = 'C:/Program Files/PostgreSQL/15/bin/postgres.exe "-D" "D:/data"\r\n'
    expect(parsePostmasterOpts(text)).toEqual({
      program: 'C:/Program Files/PostgreSQL/15/bin/postgres.exe',
      args: ['-D', 'D:/data'],
    })
  })

  it('that is empty says nothing', () => {
    expect(parsePostmasterOpts('')).toBeNull()
  })

  it.each([
    [['-D', '/d', '-c', 'config_file=/etc/c.conf'], '/etc/c.conf'],
    [['-D', '/d', '--config-file=/etc/c.conf'], '/etc/c.conf'],
    [['--config_file=/etc/c.conf'], '/etc/c.conf'],
    [['-D', '/etc/cluster', '-p', '5433'], '/etc/cluster/postgresql.conf'],
    [['-p', '5433'], null],
  ])('%j leads to %s', (args, file) => {
    expect(configFileOfArgs(args)).toBe(file)
  })
})

describe('the configuration file', () => {
  let root = ''
  beforeEach(async () => {
    root = await realpath(await mkdtemp(path.join(tmpdir(), 'pgtandem-conf-')))
    await mkdir(path.join(root, 'data'))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  it('of Debian is the one whose data_directory it is', async () => {
    for (const [cluster, data] of [
      ['other', '/srv/elsewhere'],
      ['main', path.join(root, 'data')],
    ] as const) {
      await mkdir(path.join(root, 'etc', '15', cluster), { recursive: true })
      await writeFile(
        path.join(root, 'etc', '15', cluster, 'postgresql.conf'),
        `data_directory = '${data}'\n`,
      )
    }
    expect(await findConfigFile(path.join(root, 'data'), 15, path.join(root, 'etc'))).toBe(
      path.join(root, 'etc', '15', 'main', 'postgresql.conf'),
    )
    expect(await findConfigFile(path.join(root, 'data'), 14, path.join(root, 'etc'))).toBeNull()
  })

  it('is the one inside when there is one', async () => {
    await writeFile(path.join(root, 'data', 'postgresql.conf'), '')
    await writeFile(path.join(root, 'data', 'postmaster.opts'), '/bin/postgres "-D" "/no/such/folder"\n')
    expect(await findConfigFile(path.join(root, 'data'), 15)).toBe(path.join(root, 'data', 'postgresql.conf'))
  })
})
