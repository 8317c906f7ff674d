const options: Readonly<Record<string, string>> = {
  name: 'NAME',
  source: 'SOURCE',
  dataDir: '--data',
  binDir: '--pg',
  noSlot: '--no-slot',
  synchronous: '--sync',
  settings: 'k=v',
  rule: 'TYPE DATABASE USER ADDRESS METHOD',
}

const typed: ReadonlySet<string> = new Set([
  'port',
  'pg',
  'locale',
  'standby',
  'standbyPort',
  'user',
  'configFile',
  'method',
  'delay',
  'from',
  'applicationName',
  'mode',
  'by',
  'shell',
])

/** What to type for an operation's parameter, such as `--standby-port` for `standbyPort`; else its own name. */
export function optionOf(parameter: string): string {
  const [first = ''] = parameter.split('.')
  if (typed.has(first)) return `--${first.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  return options[first] ?? parameter
}
