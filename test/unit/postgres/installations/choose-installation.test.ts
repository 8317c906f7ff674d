import { expect, test } from 'vitest'
import {
  embeddedPackages,
  embeddedPackagesFor,
} from '../../../../electron/postgres/installations/embedded-packages.ts'
import {
  chooseInstallation,
  parseInstallationRequest,
} from '../../../../electron/postgres/installations/choose-installation.ts'
import type { Installation, Tool } from '../../../../electron/postgres/installations/installation.ts'

const bare: readonly Tool[] = ['initdb', 'pg_ctl', 'postgres']
const full: readonly Tool[] = [...bare, 'psql', 'pg_basebackup', 'pg_rewind', 'pg_controldata']
const at = (version: string, binDir: string, tools = bare): Installation => ({
  version,
  major: Number.parseInt(version, 10),
  binDir,
  source: 'downloaded',
  tools,
})
const all = [
  at('18.4', '/b18'),
  at('15.18', '/d15'),
  at('15.14', '/u15', full),
  at('17.2', '/e17'),
  at('17.10', '/f17'),
  at('19beta1', '/g19'),
]
const chosen = (text?: string) => {
  const choice = chooseInstallation(all, parseInstallationRequest(text), [10, 18])
  return choice.kind === 'chosen' ? choice.installation.binDir : choice
}

test('without a wish it is the newest major that is supported', () => expect(chosen()).toBe('/b18'))
test('of a major it is the newest minor', () => expect(chosen('17')).toBe('/f17'))
test('but all tools count more', () => expect(chosen('15')).toBe('/u15'))
test('a folder is that folder or nothing', () => {
  expect(chosen('/e17')).toBe('/e17')
  expect(chosen('/nowhere')).toEqual({ kind: 'not-an-installation', binDir: '/nowhere' })
})
test('what is not there is told apart from what does not exist', () => {
  expect(chosen('10')).toEqual({ kind: 'not-installed', major: 10, downloadable: [10, 18] })
  expect(chosen('42')).toMatchObject({ kind: 'unknown-major', major: 42 })
  expect(chooseInstallation([], { kind: 'any' }, [18])).toEqual({
    kind: 'not-installed',
    major: null,
    downloadable: [18],
  })
})

test('every package is pinned by a whole sha512 and named after its major', () => {
  for (const packages of Object.values(embeddedPackages))
    for (const { integrity, major, packageVersion, bytes } of packages) {
      expect(Buffer.from(integrity.replace('sha512-', ''), 'base64')).toHaveLength(64)
      expect(packageVersion.startsWith(`${major}.`)).toBe(true)
      expect(bytes).toBeGreaterThan(5_000_000)
    }
  expect(embeddedPackagesFor('linux', 'x64').map(({ major }) => major)).toEqual([
    10, 11, 12, 13, 14, 15, 16, 17, 18,
  ])
  expect(embeddedPackagesFor('win32', 'x64').map(({ major }) => major)).toEqual([15, 16, 17, 18])
  expect(embeddedPackagesFor('linux', 's390x')).toEqual([])
})
