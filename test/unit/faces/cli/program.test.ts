import { CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../../electron/faces/cli/commands/commands.ts'
import { buildProgram, type Invocation } from '../../../../electron/faces/cli/program.ts'
import { toUsageError } from '../../../../electron/faces/cli/usage/usage-error.ts'
import { catalogue } from '../../../../shared/i18n/en/index.ts'
import { createTranslator, languages } from '../../../../shared/i18n/translate.ts'

const names = commands.map(({ name }) => name)

function parse(...args: string[]): Invocation {
  const called: Invocation[] = []
  const t = createTranslator('en')
  buildProgram(commands, t, { write: () => undefined }, (invocation) => called.push(invocation)).parse(args, {
    from: 'user',
  })
  const [invocation] = called
  if (!invocation) throw new Error('no command was called')
  return invocation
}

function usageError(...args: string[]) {
  try {
    parse(...args)
  } catch (error) {
    if (error instanceof CommanderError) return toUsageError(error, args, names)
    throw error
  }
  throw new Error('it was understood')
}

test('global options are understood before and after the command', () => {
  const wanted = { json: true, dryRun: false, yes: true, home: '/h' }
  expect(parse('--json', '--home', '/h', '-y', 'create', 'app').global).toEqual(wanted)
  expect(parse('create', 'app', '--yes', '--json', '--home=/h').global).toEqual(wanted)
})

test('--script means a dry run', () => {
  expect(parse('pair', 'app', '--script', 'x.cmd').global).toMatchObject({ dryRun: true, script: 'x.cmd' })
})

test('operands and options arrive as they were typed', () => {
  const { spec, input } = parse(
    'clone',
    'app',
    'ro',
    '--no-slot',
    '--set',
    'a=1',
    '--set',
    'b=2',
    '--port',
    '7',
  )
  expect(spec.name).toBe('clone')
  expect(input.operands).toEqual(['app', 'ro'])
  expect(input.options).toMatchObject({ slot: false, set: ['a=1', 'b=2'], port: '7' })
  expect(parse('stop', 'a', 'b', '--mode', 'smart').input.operands).toEqual(['a', 'b'])
})

test('what follows the name belongs to psql', () => {
  expect(parse('psql', 'app', '-c', 'select 1', '--json').input.operands).toEqual([
    'app',
    '-c',
    'select 1',
    '--json',
  ])
})

describe('wrong usage', () => {
  test.each([
    [['sttaus'], 'unknown-command-similar', { suggestion: 'status' }],
    [['standby', 'clone'], 'unknown-command-similar', { suggestion: 'clone SOURCE NAME' }],
    [['standby', 'promote'], 'unknown-command-similar', { suggestion: 'promote NAME' }],
    [['lsclusters'], 'unknown-command-similar', { suggestion: 'status' }],
    [['switchover'], 'unknown-command-similar', { suggestion: 'promote NAME' }],
    [['--json', 'failover'], 'unknown-command-similar', { suggestion: 'promote NAME' }],
    [['克隆'], 'unknown-command-similar', { suggestion: 'clone SOURCE NAME' }],
    [['xyzzy'], 'unknown-command', { command: 'xyzzy' }],
    [['create', 'app', '--prot', '1'], 'unknown-option', { option: '--prot' }],
    [['create'], 'missing-argument', { argument: 'NAME' }],
    [['create', 'app', 'more'], 'excess-arguments', { argument: 'more' }],
    [['create', 'app', '--port'], 'option-needs-value', { option: '--port <number>' }],
    [['stop', 'app', '--mode', 'hard'], 'not-a-choice', { value: 'hard' }],
    [['status', '--lang', 'fr'], 'not-a-choice', { value: 'fr' }],
  ] as const)('%j: %s', (args, code, params) => {
    const error = usageError(...args)
    expect(error.code).toBe(code)
    expect(error.params).toMatchObject(params)
  })
})

describe('help', () => {
  test('every command of the catalogue is in the table, once', () => {
    expect(names.toSorted()).toEqual(Object.keys(catalogue.cli.commands).toSorted())
  })

  test.each(languages)('is complete in %s, and shows examples that are understood', (language) => {
    const t = createTranslator(language)
    for (const name of names) {
      let help = ''
      const write = (text: string): void => void (help += text)
      const program = buildProgram(commands, t, { write }, () => undefined)
      expect(() => program.parse(['help', name], { from: 'user' })).toThrow('outputHelp')
      expect(help).toContain(t.t('cli.help.examples'))
      expect(help).toContain(t.t(`cli.commands.${name}.description`).slice(0, 12))
      expect(help).not.toMatch(/cli\.(options|commands|help)\./)
      for (const [example] of help.matchAll(/^ {2}pgtandem .*$/gm)) {
        const words = (example.split(/[|>]| && /)[0] ?? '').match(/'[^']*'|\S+/g)?.slice(1) ?? []
        expect(parse(...words).spec.name).toBe(words[0])
      }
    }
  })
})
