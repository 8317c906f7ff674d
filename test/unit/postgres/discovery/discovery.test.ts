import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listDebianClusters } from '../../../../electron/postgres/discovery/list-debian-clusters.ts'
import { placeOf } from '../../../../electron/postgres/discovery/list-running-servers.ts'
import { listUsualFolders } from '../../../../electron/postgres/discovery/list-usual-folders.ts'
import { parseRegistryServices } from '../../../../electron/postgres/discovery/parse-registry-services.ts'

let systemRoot = ''
beforeEach(async () => {
  systemRoot = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-discovery-'))
})
afterEach(() => rm(systemRoot, { recursive: true, force: true }))

const placesOf = (env: NodeJS.ProcessEnv = {}) => ({
  home: systemRoot,
  programDir: systemRoot,
  env,
  platform: 'linux' as const,
  arch: 'x64',
  systemRoot,
})

const program = '/usr/lib/postgresql/15/bin/postgres'

const place = (command: readonly string[], workingDir?: string) => placeOf({ command, workingDir })

describe('places where servers are', () => {
  it('are the services of EDB, with their port and version', () => {
    const text = String.raw`Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\SOFTWARE\PostgreSQL\Installations\postgresql-x64-16]
"Base Directory"="D:\\数据\\PostgreSQL\\16"
"Version"="16.4-1"

[HKEY_LOCAL_MACHINE\SOFTWARE\PostgreSQL\Services\postgresql-x64-16]
"Data Directory"="D:\\数据\\PostgreSQL\\16\\data"
"Display Name"="postgresql-x64-16 - \"PostgreSQL\" Server 16"
"Port"=dword:00001539

[HKEY_LOCAL_MACHINE\SOFTWARE\PostgreSQL\Services\without-data]
"Port"=dword:00001538
`.replaceAll('\n', '\r\n')
    expect(parseRegistryServices(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual([
      {
        dataDir: String.raw`D:\数据\PostgreSQL\16\data`,
        configFile: null,
        version: '16.4',
        port: 5433,
        source: 'service',
        label: 'postgresql-x64-16 - "PostgreSQL" Server 16',
      },
    ])
  })

  it("are Debian's clusters, those without a data directory left out", async () => {
    for (const [cluster, conf] of [
      ['main', "data_directory = '/srv/main'\nport = 5434\n"],
      ['other', 'port = 1\n'],
    ] as const) {
      const folder = path.join(systemRoot, 'etc', 'postgresql', '15', cluster)
      await mkdir(folder, { recursive: true })
      await writeFile(path.join(folder, 'postgresql.conf'), conf)
    }
    expect(await listDebianClusters(placesOf())).toEqual([
      {
        dataDir: '/srv/main',
        configFile: path.join(systemRoot, 'etc/postgresql/15/main/postgresql.conf'),
        version: '15',
        port: 5434,
        source: 'debian',
        label: '15/main',
      },
    ])
  })

  it('are the usual folders that are there', async () => {
    const wanted = ['var/lib/postgresql/17/main', 'var/lib/pgsql/16/data', 'opt/homebrew/var/postgresql@15']
    for (const folder of [...wanted, 'opt/homebrew/var/mysql'])
      await mkdir(path.join(systemRoot, folder), { recursive: true })
    const app = path.join(systemRoot, 'Library/Application Support/Postgres/var-18')
    await mkdir(app, { recursive: true })
    const found = (await listUsualFolders(placesOf({ HOME: systemRoot }))).map(({ dataDir }) => dataDir)
    for (const folder of wanted) expect(found).toContain(path.join(systemRoot, folder))
    expect(found).toContain(app)
    expect(found.filter((folder) => folder.includes('mysql'))).toEqual([])
  })

  it('are told by the commands of running postmasters', () => {
    expect(
      place([program, '-D', '/var/lib/postgresql/15/main', '-c', 'config_file=/etc/p/postgresql.conf']),
    ).toMatchObject({
      dataDir: '/var/lib/postgresql/15/main',
      configFile: '/etc/p/postgresql.conf',
      version: '15',
      label: 'main',
    })
    expect(place([program, '-D/srv/a b'])).toMatchObject({ dataDir: '/srv/a b', configFile: null })
    expect(place([program, '-D', '/srv/books/data'])).toMatchObject({ label: 'books' })
    expect(place([program, '-D', '/etc/conf'], '/srv/data')).toMatchObject({
      dataDir: '/srv/data',
      configFile: '/etc/conf/postgresql.conf',
    })
    expect(place([program, '-D', 'data'])).toBeNull()
    expect(place([program, '-C', 'data_directory', '-D', '/srv/data'])).toBeNull()
    expect(place(['postgres: checkpointer'], '/srv/data')).toBeNull()
  })
})
