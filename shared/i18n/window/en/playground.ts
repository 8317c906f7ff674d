/** The read-only demo: two consoles, things to try, the adjustable link. */
export const playground = {
  title: 'Playground',
  lead: 'A primary and its standby side by side, on a database made for playing. See what replication does, and what happens when something goes wrong.',
  pair: 'Pair',
  'no-pair': {
    'none-title': 'There is no pair yet',
    none: 'The playground needs a primary and a standby that follows it. On the home page one click makes both.',
    make: 'Create a primary and a standby',
    'promoted-title': '{{name}} is a primary',
    promoted:
      'It takes writes itself and follows nobody: it was promoted, or never was a standby. With a standby of its own the playground works again.',
    'adrift-title': '{{name}} follows nobody known',
    adrift:
      'It is a standby of {{upstream}}, which PgTandem does not know, so there is nothing to write to. Add that server on the home page.',
    'gone-title': '{{name}} is not there',
    gone: 'There is no instance called {{name}}. It may have been removed or renamed.',
  },
  made: {
    title: 'The pair is there, and the standby streams.',
    what: '{{primary}} (port {{port}}) takes reads and writes. {{standby}} (port {{standbyPort}}) follows it and takes reads only. Try both here, or connect your application.',
    connect: 'How to connect',
    done: 'What was done',
  },
  prepare: {
    title: 'A database to play with',
    about:
      'PgTandem did not make {{name}}, so it asks first: may it create the database {{database}} there? Nothing else is touched, and it can be dropped again below.',
    button: 'Create it',
    running: 'Preparing the database …',
    'needs-primary': '{{name}} does not run. Start it, and the database for playing is made.',
  },
  guide: {
    title: 'Try this',
    progress: '{{done}} of {{all}} tried',
    done: 'tried',
    'to-do': 'not tried yet',
    numbered: '{{number}}. {{what}}',
    steps: {
      insert: 'Insert a row and watch it arrive',
      refused: 'Try to write on the standby',
      pause: 'Pause replay, and resume it',
      load: 'Write all the time',
      link: 'Make the link between them bad',
      stop: 'Stop the primary',
    },
    about: {
      insert: 'The row is written on {{primary}}. The time until a query on {{standby}} sees it is measured.',
      refused: 'The same INSERT on {{standby}}. It is refused; the console below shows how and why.',
      pause:
        '{{standby}} goes on receiving but shows no change. Insert a row while it is paused: it arrives when you resume.',
      load: 'Rows at a rate that you choose below; watch the lag.',
      link: 'On one machine the lag is always almost zero. Put the adjustable link in below, delay it by two seconds, and insert a row.',
      stop: '{{standby}} still answers questions: run its console. Then start {{primary}} again; {{standby}} catches up by itself.',
    },
  },
  insert: {
    button: 'Insert a row',
    waiting: 'Waiting for it on {{standby}} …',
    hangs: 'The commit hangs on {{primary}}: it waits for its synchronous standby …',
    arrived:
      'Row {{id}}: committed on {{primary}} in {{commit}} ms, seen on {{standby}} {{arrived}} ms later.',
    'not-arrived':
      'Row {{id}} is committed on {{primary}}, but {{standby}} did not show it within ten seconds: it is stopped or paused, or the link is slow or cut. It will show once that is over.',
  },
  actions: {
    refused: 'Write on {{name}}',
    pause: 'Pause replay on {{name}}',
    resume: 'Resume replay on {{name}}',
    stop: 'Stop {{name}}',
    start: 'Start {{name}}',
    write: 'Write {{rate}} rows a second',
    'stop-writing': 'Stop writing',
  },
  refused: '{{standby}} refused it (SQLSTATE {{sqlstate}}): a standby can only be read.',
  console: {
    primary: '{{name}} (primary)',
    standby: '{{name}} (standby)',
    unknown: '{{name}} (role unknown)',
    run: 'Run on {{name}}',
    newest: 'Newest rows on {{name}}',
    'not-running': 'It does not run now.',
    'not-there': 'The table has not arrived here yet.',
    empty: 'No rows yet.',
  },
  load: {
    title: 'Write load',
    about: 'Inserts rows on {{primary}} until you stop it or leave this page, at most ten minutes.',
    rate: 'Rows per second',
    start: 'Start the load',
    stop: 'Stop the load',
    rows: 'Rows written',
    'rows-per-second': 'Rows per second now',
    slowest: 'Slowest commit lately',
    stalled: 'A commit has been waiting for {{seconds}}.',
    'stalled-why':
      '{{primary}} answers a commit only when a synchronous standby has it, and none does now. Bring the standby or the link back, or make replication asynchronous.',
  },
  link: {
    title: 'Adjustable link',
    about:
      'A relay on this machine through which {{standby}} streams from {{upstream}}: it can delay, throttle and cut the stream. Taking it out leaves the pair as it was.',
    'put-in': 'Put the link in …',
    'take-out': 'Take it out …',
    'insert-title': 'Put the adjustable link in for {{standby}}',
    'insert-about':
      'The standby is told to connect to the link instead of its upstream. The plan names the port that the link has.',
    insert: 'Put it in',
    'remove-title': 'Take the adjustable link out for {{standby}}',
    'remove-about':
      'The standby connects to its upstream directly again; its primary_conninfo is as it was before.',
    remove: 'Take it out',
    delay: 'Delay: {{seconds}} s',
    throttle: 'At most',
    'no-limit': 'no limit',
    'per-second': '{{bytes}} a second',
    cut: 'Cut the link',
    'is-cut': 'Cut: nothing passes',
    state: 'Port {{port}} · connections: {{connections}} · passed on so far: {{bytes}}',
    'left-behind':
      'The link of {{standby}} was run by a program that has ended: nothing reaches the standby. Take it out.',
    banner: 'The adjustable link is still between {{standby}} and its upstream.',
    'banner-take-out': 'Take it out',
    'banner-open': 'Open the playground',
  },
  clear: {
    about: 'The database {{database}} on {{name}} is only for playing.',
    button: 'Drop it and leave',
  },
} as const
