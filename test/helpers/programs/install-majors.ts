import { installPostgres, listAvailable } from '../../../electron/postgres/installations/install-postgres.ts'

/** `install-majors HOME [MAJOR…]`: downloads those, or every major of this platform, that are not there yet; 1 when one could not be had. */
const [home = '', ...only] = process.argv.slice(2)

const install = async ({ major, version }: { readonly major: number; readonly version: string }) => {
  try {
    const { changed } = await installPostgres(major, { home })
    if (changed) process.stdout.write(`PostgreSQL ${version} downloaded\n`)
  } catch (error) {
    process.stderr.write(`PostgreSQL ${version}: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/** 18 comes with the dependencies. */
const isWanted = ({ major }: { readonly major: number }): boolean =>
  only.length === 0 ? major !== 18 : only.includes(String(major))
for (const available of listAvailable().filter(isWanted)) await install(available)
