import { expect, it } from 'vitest'
import { instancePaths } from '../../../../electron/core/instances/instance-paths.ts'

it('puts an instance below the home', () => {
  expect(instancePaths('/home/li/pgtandem', 'main')).toMatchObject({
    folder: '/home/li/pgtandem/instances/main',
    dataDir: '/home/li/pgtandem/instances/main/data',
    logFile: '/home/li/pgtandem/instances/main/log/server.log',
    passfile: '/home/li/pgtandem/credentials/main.pgpass',
  })
})

it('spells them as the home is spelt', () => {
  expect(instancePaths(String.raw`C:\Users\李\PgTandem`, 'main').logFile).toBe(
    String.raw`C:\Users\李\PgTandem\instances\main\log\server.log`,
  )
})
