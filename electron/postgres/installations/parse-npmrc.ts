/** Settings of npm by name; a list where a name was written with `[]`. */
export type NpmSettings = Readonly<Record<string, string | readonly string[]>>

const unquote = (value: string) => {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(value)
  if (quoted !== null) {
    try {
      return String(JSON.parse(value))
    } catch {
      return value
    }
  }
  return /^'(.*)'$/.exec(value)?.[1] ?? value.replace(/\s[;#].*$/, '').trim()
}

/** `${NAME}` is replaced as npm does: an unset one stays as it is, `${NAME?}` becomes empty. */
const expand = (value: string, env: NodeJS.ProcessEnv) =>
  value.replaceAll(/(?<!\\)\$\{([^}?]+)(\?)?\}/g, (whole, name: string, optional: string | undefined) => {
    return env[name] ?? (optional === undefined ? whole : '')
  })

/** The settings in one .npmrc file. Source: npm's documentation of npmrc (ini format). */
export const parseNpmrc = (text: string, env: NodeJS.ProcessEnv): NpmSettings => {
  const settings: Record<string, string | string[]> = {}
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, name, list, value] = /^\s*([^;#=\s][^=]*?)(\[\])?\s*=\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const key = expand(unquote(name), env)
    const plain = expand(unquote(value), env)
    if (list === undefined) settings[key] = plain
    else settings[key] = [...[settings[key] ?? []].flat(), plain]
  }
  return settings
}

/** The settings that `npm_config_*` variables hold: `npm_config_https_proxy` is `https-proxy`; scopes and keys of hosts stay as written. */
export const npmSettingsFromEnv = (env: NodeJS.ProcessEnv): NpmSettings =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => {
      const key = /^npm_config_(.+)$/i.exec(name)?.[1]
      if (key === undefined || value === undefined || value === '') return []
      const special = key.startsWith('//') || key.startsWith('@')
      return [[special ? key : key.toLowerCase().replaceAll(/(?!^)_/g, '-'), value]]
    }),
  )
