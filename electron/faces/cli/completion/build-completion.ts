import type { CommandSpec } from '../command.ts'
import { bashCompletion } from './bash.ts'
import { fishCompletion } from './fish.ts'
import { powershellCompletion } from './powershell.ts'
import { wordsOf } from './words.ts'
import { zshCompletion } from './zsh.ts'

export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

export const isShell = (text: string): text is Shell => shells.some((shell) => shell === text)

const builders = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
}

/** A script for that shell, made from the table of commands; instance names are asked for when Tab is pressed. */
export function buildCompletion(shell: Shell, commands: readonly CommandSpec[]): string {
  return builders[shell](commands.filter(({ name }) => name !== 'names').map(wordsOf))
}
