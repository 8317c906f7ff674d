/** Failures of plans and jobs while they run. */
export const errorsPlan = {
  'job-is-being-undone': {
    message: 'Job {{job}} is being taken back, so it cannot go on.',
    hint: 'Finish that with: pgtandem jobs undo {{job}}',
  },
  'job-of-other-version': {
    message: 'Job {{job}} was begun by PgTandem {{version}}, so this version cannot go on with it.',
    hint: 'Take it back with: pgtandem jobs undo {{job}}',
  },
  'past-point-of-no-return': {
    message: 'Job {{job}} has passed a point of no return ({{step}}), so it cannot be taken back.',
    hint: 'Finish it with: pgtandem jobs resume {{job}}',
  },
  'unknown-job': { message: 'There is no job {{job}}.', hint: 'List the jobs with: pgtandem jobs list' },
  'job-is-running': {
    message: 'Job {{job}} is running now (process {{pid}}).',
    hint: 'Wait until it has finished.',
  },
  'job-has-ended': {
    message: 'Job {{job}} has ended; there is nothing left to do.',
    hint: 'List the jobs with: pgtandem jobs list',
  },
  'changed-world': {
    message: 'Things have changed since the plan was made, so nothing was done.',
    hint: 'Look at the new plan and run it again.',
  },
  'unknown-operation': {
    message: 'There is no operation named {{operation}}.',
    hint: 'See: pgtandem --help',
  },
  'invalid-parameter': {
    message: '{{parameter}}: {{problem}}',
    hint: 'See the help of this command for what it takes.',
  },
  'data-directory-in-use': {
    message: 'A server runs on {{path}}, so it stays as it is.',
    hint: 'Stop it first.',
  },
  'not-that-cluster': {
    message:
      '{{path}} belongs to another cluster (system identifier {{found}}, expected {{expected}}), so it is not deleted.',
    hint: 'Look at what is there; somebody has put another cluster in its place.',
  },
  'setting-rejected': {
    message: 'The server does not accept {{setting}}: {{reason}}',
    hint: 'The change was taken back. Mend the value and try again.',
  },
  'conf-line-rejected': {
    message: 'The server does not accept line {{line}} of {{file}}: {{reason}}',
    hint: 'The change was taken back. Mend the line and try again.',
  },
  'hba-rejected': {
    message: 'The server does not accept line {{line}} of {{file}}: {{reason}}',
    hint: 'The change was taken back. Mend the line and try again.',
  },
  'server-not-started': {
    message: '{{name}} did not start: {{reason}}',
    hint: 'The last lines of its log are shown with this error; where the instance stays, its log is {{logFile}}',
  },
  'server-still-starting': {
    message: '{{name}} has not finished starting after {{seconds}} s.',
    hint: 'It may have much to replay; its log is {{logFile}}',
  },
  'server-still-stopping': {
    message: '{{name}} (process {{pid}}) has not stopped after {{seconds}} s.',
    hint: 'A smart stop waits for every session; try: pgtandem stop {{name}} --mode fast',
  },
  'smart-stop-goes-on': {
    message:
      '{{name}} (process {{pid}}) goes on stopping: it waits for its clients to leave and lets no new ones in. That cannot be taken back.',
    hint: 'It stops when they have left; to cut them: pgtandem stop {{name}} --mode fast',
  },
  'promotion-not-finished': {
    message: '{{name}} has not become a primary after {{seconds}} s.',
    hint: 'It may still be replaying; look with: pgtandem status {{name}}',
  },
  'standby-did-not-stream': {
    message: '{{standby}} does not stream from {{upstream}} after {{seconds}} s. Its log says: {{reason}}',
    hint: 'The whole log is {{logFile}}',
  },
  'sync-state-not-reached': {
    message: '{{upstream}} does not count {{name}} as asked after {{seconds}} s.',
    hint: 'Look with: pgtandem status',
  },
  'file-is-different': {
    message: '{{path}} exists and holds something else.',
    hint: 'Choose another folder, or move that file away.',
  },
  'text-outside-code-page': {
    message:
      '{{path}} would hold characters that code page {{codePage}} does not have, so cmd.exe could not read it.',
    hint: 'Move the data directory to a path without those characters.',
  },
  'secret-in-setting': {
    message: '{{setting}} holds a password, which would end up in plans and journals.',
    hint: 'Put the password into a passfile and write passfile=PATH in its place; a command can read it from a file.',
  },
} as const
