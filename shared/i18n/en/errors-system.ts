/** Failures of processes, files, ports and accounts: what happened, and what to do about it. */
export const errorsSystem = {
  'program-failed': {
    message: '{{program}} failed with exit code {{exitCode}}: {{lastLine}}',
    hint: 'Read the log named in the details, mend the cause and run the command again.',
  },
  cancelled: {
    message: 'Cancelled.',
    hint: 'Nothing more is done. Run the command again when you are ready.',
  },
} as const
