/** What can be wrong with a command line, before anything is planned. */
export const errorsCli = {
  'unknown-command': {
    message: 'There is no command {{command}}.',
    hint: 'List the commands with: pgtandem --help',
  },
  'unknown-command-similar': {
    message: 'There is no command {{command}}.',
    hint: 'Did you mean: pgtandem {{suggestion}}',
  },
  'unknown-option': {
    message: 'This command has no option {{option}}.',
    hint: 'See its help: {{help}}',
  },
  'unknown-action': { message: '{{action}} is not known here.', hint: 'Use one of: {{known}}' },
  'missing-argument': {
    message: '{{argument}} is missing.',
    hint: 'See the examples in the help: {{help}}',
  },
  'excess-arguments': {
    message: 'There is more than this command takes: {{argument}}.',
    hint: 'See its help: {{help}} – values with spaces need quotes.',
  },
  'option-needs-value': { message: '{{option}} needs a value.', hint: 'See its help: {{help}}' },
  'bad-option-value': {
    message: '{{option}} does not take {{value}}.',
    hint: 'It takes a whole number. See its help: {{help}}',
  },
  'not-a-choice': { message: '{{option}} does not take {{value}}.', hint: 'It takes one of: {{allowed}}' },
  'bad-usage': { message: 'That cannot be understood: {{problem}}', hint: 'See: {{help}}' },
  'options-conflict': {
    message: '{{first}} and {{second}} cannot be used together.',
    hint: 'Leave one of them out.',
  },
  'not-a-setting': { message: '{{text}} is not a setting.', hint: 'Write it as name=value.' },
  'confirmation-required': {
    message: 'This needs your agreement. {{what}}',
    hint: 'Nothing was changed. Run it with --yes to agree, or in a terminal to be asked.',
  },
  'file-not-readable': {
    message: 'The file {{path}} cannot be read: {{reason}}',
    hint: 'Check the name, and that this account may read it.',
  },
  'setting-not-in-files': {
    message:
      '{{setting}} is not set in the files of {{name}}, and the server cannot be asked for its default.',
    hint: 'Start it with: pgtandem start {{name}}',
  },
} as const
