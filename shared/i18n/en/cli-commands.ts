/** Help of each command: one line for the list, a paragraph, and lines to copy. */
export const cliCommands = {
  demo: {
    summary: 'Build a primary and a hot standby, show that they work, and remove them',
    description:
      'Builds a real primary and a real hot standby, writes a row on one and reads it on the other, shows that the standby refuses writes, and prints the evidence. Everything is removed again at the end unless --keep is given.',
    examples: 'pgtandem demo\npgtandem demo --keep\npgtandem demo --pg 15',
  },
  pair: {
    summary: 'Make a primary and a hot standby of it in one go',
    description:
      'Makes a primary and a hot standby that streams from it, as one plan. The standby is named NAME-standby.',
    examples:
      'pgtandem pair app\npgtandem pair app --port 5440 --standby app-ro --standby-port 5441\npgtandem pair app --dry-run',
  },
  create: {
    summary: 'Make a primary that is ready for standbys',
    description:
      'Runs initdb, configures the cluster for streaming replication on this machine, and starts it.',
    examples: 'pgtandem create app\npgtandem create app --port 5440 --pg 16 --set shared_buffers=256MB',
  },
  adopt: {
    summary: 'Take over an instance that exists; nothing in it changes',
    description:
      'Remembers an instance that something else made, running or stopped. Nothing in it changes until an operation that says so. A password comes from PGPASSWORD, the passfile, a prompt or standard input.',
    examples:
      "pgtandem adopt old --data 'D:\\PostgreSQL\\data'\npgtandem adopt main --data /var/lib/postgresql/15/main\nPGPASSWORD=… pgtandem adopt main --data /srv/pg --user admin",
  },
  clone: {
    summary: 'Make a hot standby of an instance',
    description:
      'Takes a base backup of SOURCE, a primary or a standby, and starts it as a standby that streams from it. What SOURCE lacks for replication is part of the plan.',
    examples:
      'pgtandem clone app app-ro\npgtandem clone app reports --delay 5min --set work_mem=64MB\npgtandem clone app app-sync --sync --dry-run',
  },
  reclone: {
    summary: "Throw a broken standby's copy away and make it again",
    description:
      'Makes the standby again under the same name, port and settings. The old copy is kept until the new one streams. With --from it becomes a standby of another instance: of the one that was promoted, after a failover.',
    examples: 'pgtandem reclone app-standby\npgtandem reclone app-second --from app-standby',
  },
  start: {
    summary: 'Start instances',
    description:
      'Starts one, several or all instances, each after the one it streams from. With --all, primaries in whose place a standby was promoted are passed over.',
    examples: 'pgtandem start app\npgtandem start app app-standby\npgtandem start --all',
  },
  stop: {
    summary: 'Stop instances',
    description: 'Stops one, several or all instances, each before the one it streams from.',
    examples: 'pgtandem stop app\npgtandem stop --all --mode smart',
  },
  restart: {
    summary: 'Restart instances',
    description: 'Stops and starts instances that run; connections to them are cut.',
    examples: 'pgtandem restart app\npgtandem restart --all --yes',
  },
  reload: {
    summary: 'Have instances read their configuration files again',
    description: 'Has running servers read postgresql.conf and pg_hba.conf again; no connection is cut.',
    examples: 'pgtandem reload app\npgtandem reload --all',
  },
  status: {
    summary: 'Show what every instance does now',
    description:
      'Shows state, role, port, upstream and lag of all instances, or of one, from evidence; and what is wrong.',
    examples: 'pgtandem status\npgtandem status app --why\npgtandem status --watch\npgtandem status --json',
  },
  verify: {
    summary: 'Check that a standby really replicates',
    description:
      'Makes the checks of the guides: processes, pg_control on both sides, streaming on both sides, a row that travels, refused writes, the same system identifier. Exit code 1 when one of them fails.',
    examples: 'pgtandem verify app-standby\npgtandem verify app-standby --json',
  },
  promote: {
    summary: 'Make a standby the primary',
    description:
      'Promotes a standby. Refused while its old primary answers, or might: two primaries drift apart. --force insists.',
    examples:
      'pgtandem stop app && pgtandem promote app-standby\npgtandem promote app-standby --by sql\npgtandem promote app-standby --force',
  },
  synchronous: {
    summary: 'Make a standby synchronous or asynchronous',
    description:
      'With on, commits on the primary wait for this standby. With off they no longer do, which also frees writes that hang because it is gone.',
    examples: 'pgtandem synchronous app-standby on\npgtandem synchronous app-standby off',
  },
  pause: {
    summary: 'Pause replay on a standby',
    description: 'The standby goes on receiving WAL, but what it shows stands still.',
    examples: 'pgtandem pause app-standby',
  },
  resume: {
    summary: 'Go on with replay on a standby',
    description: 'Lets a paused standby apply what it has received meanwhile.',
    examples: 'pgtandem resume app-standby',
  },
  sql: {
    summary: 'Run SQL on an instance',
    description:
      'Runs SQL and shows the result of the last statement. Give the statements with -c or in a file; -f - reads standard input.',
    examples:
      "pgtandem sql app -c 'select * from pg_stat_replication'\npgtandem sql app -f schema.sql -d shop\npgtandem sql app-standby -c 'select pg_is_in_recovery()' --json",
  },
  psql: {
    summary: 'Open psql on an instance',
    description:
      'Opens psql with host, port, user and passfile filled in; what follows the name is given to psql.',
    examples: 'pgtandem psql app\npgtandem psql app -d shop -x',
  },
  url: {
    summary: 'Print the connection string of an instance',
    description: 'Prints a postgresql:// URL; the password is in it only with --show-password.',
    examples: 'pgtandem url app\npgtandem url app --show-password',
  },
  logs: {
    summary: "Show an instance's log",
    description: 'Shows the newest lines of the server log; with -f also every new one until Ctrl-C.',
    examples: 'pgtandem logs app\npgtandem logs app -n 200\npgtandem logs app-standby -f',
  },
  config: {
    summary: 'Read and change settings',
    description:
      'Without an action, lists all settings that are not at their default with the place each comes from. set and unset change them where they take effect, and say whether a restart is needed.',
    examples:
      'pgtandem config app\npgtandem config app get work_mem\npgtandem config app set work_mem=64MB log_statement=ddl\npgtandem config app unset work_mem',
  },
  hba: {
    summary: 'Read, extend and check pg_hba.conf',
    description:
      'Lists pg_hba.conf, adds a rule where it takes effect, or checks the rules. Columns: TYPE DATABASE USER ADDRESS METHOD.',
    examples:
      'pgtandem hba app\npgtandem hba app add host shop alice 127.0.0.1/32 scram-sha-256\npgtandem hba app check',
  },
  recovery: {
    summary: 'Read and change how a standby recovers',
    description:
      'Shows recovery.conf (up to 11) or the signal file and recovery settings (from 12), or changes them.',
    examples:
      'pgtandem recovery app-standby\npgtandem recovery app-standby set recovery_min_apply_delay=5min',
  },
  script: {
    summary: 'Write start and stop scripts for instances',
    description: 'Writes scripts for cmd or sh that start and stop the chosen instances without PgTandem.',
    examples:
      'pgtandem script app app-standby --shell cmd --out scripts\npgtandem script app --shell sh --out .',
  },
  remove: {
    summary: 'Forget an instance, and delete its data when asked',
    description:
      'Drops its slot on the upstream and forgets the instance. Its data directory stays unless --delete-data is given.',
    examples: 'pgtandem remove app-standby\npgtandem remove app --delete-data',
  },
  serve: {
    summary: 'Show PgTandem in the browser',
    description:
      'Serves the page of the desktop program on 127.0.0.1 until Ctrl-C; servers go on then. Its address holds a secret key: whoever has it can do all that PgTandem can. One process serves a home; asked again, its address is told again.',
    examples: 'pgtandem serve --open\npgtandem serve --port 8080\npgtandem serve --url',
  },
  completion: {
    summary: 'Print a completion script for a shell',
    description:
      'Prints a script for bash, zsh, fish or powershell that completes commands, options and instance names.',
    examples:
      'source <(pgtandem completion bash)\npgtandem completion fish > ~/.config/fish/completions/pgtandem.fish',
  },
  postgres: {
    summary: 'List, download and remove PostgreSQL versions',
    description:
      'list shows the versions found on this machine, available those that can be downloaded. install, add and remove change what PgTandem uses; no administrator rights are needed.',
    examples:
      'pgtandem postgres list\npgtandem postgres install 16\npgtandem postgres add /opt/pgsql-15/bin\npgtandem postgres remove 16.14',
  },
  jobs: {
    summary: 'List jobs; finish or take back an unfinished one',
    description: 'A job that was interrupted can be finished with resume or taken back with undo.',
    examples: 'pgtandem jobs list\npgtandem jobs resume ID\npgtandem jobs undo ID',
  },
  names: {
    summary: 'Print the names of all instances',
    description: 'One name on a line; shell completion asks for it.',
    examples: 'pgtandem names',
  },
} as const
