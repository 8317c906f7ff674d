import { type CommandWords, globalWords } from './words.ts'

/** For ~/.zshrc: `source <(pgtandem completion zsh)`. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  const cases = commands.map(
    ({ name, options, actions, takesInstance }) =>
      `    ${name}) offered=(${[...actions, ...options].join(' ')})${takesInstance ? '; named=1' : ''} ;;`,
  )
  return `#compdef pgtandem
# pgtandem completion for zsh: source <(pgtandem completion zsh)
_pgtandem() {
  local word command='' named=''
  local -a offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case $command in
    '') offered=(${commands.map(({ name }) => name).join(' ')}) ;;
${cases.join('\n')}
  esac
  offered+=(${globalWords.join(' ')})
  [[ -n $named ]] && offered+=(\${(f)"$(pgtandem names 2>/dev/null)"})
  compadd -- $offered
  _files
}
compdef _pgtandem pgtandem
`
}
