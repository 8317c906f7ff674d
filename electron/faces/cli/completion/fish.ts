import { type CommandWords, globalWords } from './words.ts'

/** For ~/.config/fish/completions/pgtandem.fish. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  const perCommand = commands.flatMap(({ name, options, actions, takesInstance }) => {
    const when = `-n '__fish_seen_subcommand_from ${name}'`
    return [
      ...options.map((option) => `complete -c pgtandem ${when} ${long(option)}`),
      ...(actions.length === 0 ? [] : [`complete -c pgtandem ${when} -a '${actions.join(' ')}'`]),
      ...(takesInstance ? [`complete -c pgtandem ${when} -a '(pgtandem names 2>/dev/null)'`] : []),
    ]
  })
  return [
    '# pgtandem completion for fish: pgtandem completion fish > ~/.config/fish/completions/pgtandem.fish',
    `complete -c pgtandem -n __fish_use_subcommand -a '${commands.map(({ name }) => name).join(' ')}'`,
    ...globalWords.map((option) => `complete -c pgtandem ${long(option)}`),
    ...perCommand,
    '',
  ].join('\n')
}

const long = (option: string): string =>
  option.startsWith('--') ? `-l ${option.slice(2)}` : `-s ${option.slice(1)}`
