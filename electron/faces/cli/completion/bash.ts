import { type CommandWords, globalWords } from './words.ts'

/** For ~/.bashrc: `source <(pgtandem completion bash)`. */
export function bashCompletion(commands: readonly CommandWords[]): string {
  const cases = commands.map(
    ({ name, options, actions, takesInstance }) =>
      `    ${name}) words='${[...actions, ...options].join(' ')}'; names=${takesInstance ? '1' : "''"} ;;`,
  )
  return `# pgtandem completion for bash: source <(pgtandem completion bash)
_pgtandem() {
  local current=\${COMP_WORDS[COMP_CWORD]} command='' word words names=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case $command in
    '') words='${commands.map(({ name }) => name).join(' ')}' ;;
${cases.join('\n')}
    *) words='' ;;
  esac
  words="$words ${globalWords.join(' ')}"
  if [ -n "$names" ]; then words="$words $(pgtandem names 2>/dev/null)"; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _pgtandem pgtandem
`
}
