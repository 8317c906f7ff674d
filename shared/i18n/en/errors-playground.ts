/** What can go wrong in the playground. */
export const errorsPlayground = {
  'conninfo-not-readable': {
    message: 'The primary_conninfo of {{name}} cannot be read.',
    hint: 'Correct it under the standby settings first.',
  },
  'link-needs-agreement': {
    message:
      'This needs your agreement: it cuts connections to {{standby}}, or changes files that PgTandem did not make.',
    hint: 'Look at the plan again, and agree to it.',
  },
  'link-needs-tcp': {
    message: '{{upstream}} listens on its socket only, so no adjustable link can be put before it.',
    hint: 'Let it listen on 127.0.0.1 (listen_addresses), restart it, and try again.',
  },
  'link-not-there': {
    message: 'There is no adjustable link between {{standby}} and its upstream.',
    hint: 'Put one in first.',
  },
  'commit-waits': {
    message:
      'A commit on {{primary}} did not come back within {{seconds}} s: most likely the synchronous standby that it waits for is away.',
    hint: 'The row is in {{primary}}; it no longer waits. Bring the standby back, or make replication asynchronous.',
  },
} as const
