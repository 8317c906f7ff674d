import path from 'node:path'

const required = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set: run npm run test:windows`)
  return value
}

/** Folder of PostgreSQL 15's server programs. */
export const serverPrograms = required('PGTANDEM_TEST_POSTGRES')

/** The built command line. */
export const commandLine = required('PGTANDEM_TEST_COMMAND_LINE')

/** Bundled beside these tests. */
export const faultProgram = path.join(import.meta.dirname, 'fault-program.mjs')
