import { readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { npmSettingsFromEnv, parseNpmrc, type NpmSettings } from './parse-npmrc.ts'

const textOf = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : undefined

const readRc = async (file: string, env: NodeJS.ProcessEnv): Promise<NpmSettings> => {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? {} : parseNpmrc(text, env)
}

/** Where npm keeps the settings of the whole machine: below its prefix, and on Windows below the account's APPDATA. */
const globalFiles = (env: NodeJS.ProcessEnv, fromEnv: NpmSettings): readonly string[] => {
  const named = textOf(fromEnv['globalconfig'])
  if (named !== undefined) return [named]
  const node = path.dirname(process.execPath)
  const prefixes =
    process.platform === 'win32'
      ? [node, env['APPDATA'] === undefined ? '' : path.join(env['APPDATA'], 'npm')]
      : [path.dirname(node), '/usr/local', '/usr']
  const prefix = textOf(fromEnv['prefix']) ?? env['PREFIX']
  const all = prefix === undefined || prefix === '' ? prefixes : [prefix]
  return [
    ...new Set([
      ...(process.platform === 'win32' ? [] : ['/etc/npmrc']),
      ...all.filter((folder) => folder !== '').map((folder) => path.join(folder, 'etc', 'npmrc')),
    ]),
  ]
}

/**
 * Reads npm's settings as npm would for this account: machine, account, environment; the later wins.
 *
 * Read by ourselves and not by `npm config get`: the packaged program runs where there is no npm, and a registry's token
 * would have to pass through a pipe. A project's own .npmrc does not count: PgTandem is started in any folder, and one
 * that somebody else prepared must not choose where programs come from (they are pinned by sha512 all the same).
 */
export const readNpmSettings = async (env: NodeJS.ProcessEnv = process.env): Promise<NpmSettings> => {
  const fromEnv = npmSettingsFromEnv(env)
  const userFile = textOf(fromEnv['userconfig']) ?? path.join(env['HOME'] ?? os.homedir(), '.npmrc')
  const files = await Promise.all([...globalFiles(env, fromEnv), userFile].map((file) => readRc(file, env)))
  return Object.assign({}, ...files, fromEnv) as NpmSettings
}

/** The certificates of a PEM file, one by one, as they are given to TLS. */
export const splitCertificates = (pem: string): readonly string[] =>
  pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []

/** The options by which pacote reaches the registry as npm would. */
export const readRegistryOptions = async (
  env: NodeJS.ProcessEnv = process.env,
): Promise<Readonly<Record<string, unknown>>> => {
  const settings = await readNpmSettings(env)
  const options: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(settings)) {
    // Credentials and registries of scopes keep their names: `//host/:_authToken`, `@scope:registry`.
    if (name.startsWith('//') || /^@[^:]+:registry$/.test(name)) options[name] = value
  }
  const take = (option: string, name: string) => {
    const value = settings[name]
    if (value !== undefined && value !== '' && value !== 'null') options[option] = value
  }
  take('registry', 'registry')
  take('localAddress', 'local-address')
  take('cert', 'cert')
  take('key', 'key')
  take('noProxy', 'noproxy')
  take('noProxy', 'no-proxy')
  take('proxy', 'proxy')
  take('proxy', 'https-proxy')
  for (const flag of ['proxy', 'noProxy']) if (options[flag] === 'false') delete options[flag]
  if (settings['strict-ssl'] === 'false') options['strictSSL'] = false
  const own = [settings['ca'] ?? []].flat().filter((pem) => pem !== '' && pem !== 'null')
  const cafile = textOf(settings['cafile'])
  const fromFile = cafile === undefined || cafile === '' ? '' : await readFile(cafile, 'utf8').catch(() => '')
  const certificates = [...own.map((pem) => pem.replaceAll('\\n', '\n')), ...splitCertificates(fromFile)]
  if (certificates.length > 0) options['ca'] = certificates
  return options
}
