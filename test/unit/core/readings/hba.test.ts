import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHba } from '../../../../electron/core/readings/hba.ts'
import type { InstanceTarget } from '../../../../shared/model/instance-target.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pgtandem-hba-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const targetIn = (hbaFile: string): InstanceTarget => ({
  name: 'main',
  dataDir: folder,
  binDir: '/nowhere',
  major: 18,
  port: 5432,
  host: '127.0.0.1',
  user: 'postgres',
  passfile: null,
  configFile: path.join(folder, 'postgresql.conf'),
  hbaFile,
  logFile: path.join(folder, 'server.log'),
})

test.each([
  'host all all 127.0.0.1/32 ldap ldapserver=x ldapbindpasswd=gotcha',
  'host all all 127.0.0.1/32 ldap ldapserver=x ldapbinddn="cn=a" ldapbindpasswd="a gotcha"',
  'host all all 127.0.0.1/32 ldap "ldapbindpasswd=a gotcha" ldapserver=x',
  '#host all all 127.0.0.1/32 ldap "ldapbindpasswd=a gotcha"',
  'host all all 127.0.0.1/32 radius radiusservers=x radiussecrets="gotcha"',
])('the rules of pg_hba.conf are told without the secrets in them: %s', async (line) => {
  const file = path.join(folder, 'pg_hba.conf')
  await writeFile(file, `local all all trust\n${line}\n`)
  const { lines } = await readHba(targetIn(file), 'replicator')
  const [first, second] = lines
  expect(first?.raw).toBe('local all all trust\n')
  expect(second?.raw).toContain(line.slice(0, 30))
  expect(second?.raw).toContain('********')
  expect(second?.raw).not.toContain('gotcha')
})
