import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commands } from '../../../../electron/faces/cli/commands/commands.ts'
import { buildCompletion, shells } from '../../../../electron/faces/cli/completion/build-completion.ts'

test.each(shells)('%s knows every command but the hidden one', (shell) => {
  const script = buildCompletion(shell, commands)
  for (const { name } of commands.filter(({ name }) => name !== 'names')) expect(script).toContain(name)
  expect(script).toContain('standby-port')
})

const complete = (...words: string[]): string[] => {
  const program = `
  pgtandem() { printf 'app\\napp-standby\\n'; }
  ${buildCompletion('bash', commands)}
  COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length - 1)}
  _pgtandem; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', program], { encoding: 'utf8' })
  if (stderr !== '') throw new Error(stderr)
  return stdout.trim().split('\n')
}

const hasBash = spawnSync('bash', ['--version']).status === 0

test.skipIf(!hasBash)(
  'bash completes commands, options, actions and names (skipped where there is no bash)',
  () => {
    expect(complete('pgtandem', 'pro')).toEqual(['promote'])
    expect(complete('pgtandem', 'clone', 'app', '--met')).toEqual(['--method'])
    expect(complete('pgtandem', '--json', 'postgres', 'inst')).toEqual(['install'])
    expect(complete('pgtandem', 'promote', 'app-')).toEqual(['app-standby'])
    expect(complete('pgtandem', 'create', 'app-')).toEqual([''])
  },
)
