import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { listAvailable } from '../../electron/postgres/installations/install-postgres.ts'
import { testInstallations } from './test-server.ts'

const repository = path.join(import.meta.dirname, '..', '..')

/** Where `npm test` keeps the versions that it downloads once for all runs. */
const postgresHome =
  process.env['PGTANDEM_TEST_POSTGRES_HOME'] ?? path.join(repository, '.cache', 'postgres-home')

/** The majors that PgTandem plans for. */
export const supportedMajors = [10, 11, 12, 13, 14, 15, 16, 17, 18] as const

export type TestMajor =
  | { readonly major: number; readonly binDir: string }
  | { readonly major: number; readonly skipBecause: string }

const findDownloaded = (major: number): string | undefined => {
  const folder = path.join(postgresHome, 'postgres')
  const versions = existsSync(folder) ? readdirSync(folder) : []
  const version = versions.find((name) => name.startsWith(`${major}.`))
  return version === undefined ? undefined : path.join(folder, version, 'bin')
}

/** The programs of one major, or why there are none; only the bundled ones and those of the npm packages count. */
export const findTestMajor = (major: number): TestMajor => {
  const bundled = testInstallations.find((known) => known.major === major && known.major === 18)
  const binDir = bundled?.binDir ?? findDownloaded(major)
  if (binDir !== undefined) return { major, binDir }
  const isPublished = listAvailable().some((available) => available.major === major)
  return {
    major,
    skipBecause: isPublished
      ? `PostgreSQL ${major} was not downloaded; npm test does that`
      : `no PostgreSQL ${major} is published for ${process.platform}-${process.arch}`,
  }
}
