import { type CommandWords, globalWords } from './words.ts'

const list = (words: readonly string[]): string => `@(${words.map((word) => `'${word}'`).join(', ')})`

/** For $PROFILE: `pgtandem completion powershell | Out-String | Invoke-Expression`. */
export function powershellCompletion(commands: readonly CommandWords[]): string {
  const cases = commands.map(
    ({ name, options, actions, takesInstance }) =>
      `    '${name}' { $words = ${list([...actions, ...options])}; $named = $${takesInstance ? 'true' : 'false'} }`,
  )
  return `# pgtandem completion for PowerShell: pgtandem completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName pgtandem -ScriptBlock {
  param($current, $ast, $position)
  $typed = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() } | Where-Object { $_ -notlike '-*' })
  $command = if ($typed.Count -gt 1 -or ($typed.Count -eq 1 -and $current -eq '')) { $typed[0] } else { '' }
  $named = $false
  $words = @()
  switch ($command) {
    '' { $words = ${list(commands.map(({ name }) => name))} }
${cases.join('\n')}
  }
  $words += ${list(globalWords)}
  if ($named) { $words += @(pgtandem names 2>$null) }
  $words | Where-Object { $_ -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`
}
