/** What the checks of `verify` found, with the evidence. */
export const verification = {
  'no-upstream': '{{standby}} streams from no instance that is known here.',
  'not-answering': '{{name}} does not run or cannot be asked.',
  'processes-there':
    'walsender {{sender}} serves it under {{upstream}}, walreceiver {{receiver}} works under {{standby}}.',
  'sender-missing': '{{upstream}} has no walsender process for {{standby}}.',
  'receiver-missing': '{{standby}} has no walreceiver process.',
  'control-states':
    'pg_control says “{{upstreamState}}” for {{upstream}} and “{{standbyState}}” for {{standby}}.',
  'control-states-closed':
    'pg_control cannot be read by this account, so SQL alone tells what they are: {{names}}.',
  'control-states-wrong':
    'pg_control says “{{upstreamState}}” for {{upstream}} (expected: {{upstreamExpected}}) and “{{standbyState}}” for {{standby}} (expected: {{standbyExpected}}).',
  streaming: '{{upstream}} says “{{sending}}”, {{standby}} says “{{receiving}}”, up to {{lsn}}.',
  'not-streaming':
    '{{upstream}} says “{{sending}}”, {{standby}} says “{{receiving}}”; both should say “streaming”.',
  'row-arrived': 'A row written on {{root}} at {{lsn}} was read on {{standby}} {{elapsedMs}} ms later.',
  'row-late':
    'A row written on {{root}} at {{lsn}} had not reached {{standby}} after {{seconds}} s; it has replayed up to {{replayed}}.',
  'row-failed': 'The row could not be sent: {{reason}}',
  'row-left-behind': 'The schema {{schema}} could not be dropped on {{root}}: {{reason}}',
  'write-refused': '{{standby}} refused a write: {{message}} (SQLSTATE {{sqlstate}}).',
  'write-accepted': '{{standby}} accepted a write, so it is not a standby; the write was rolled back.',
  'write-failed-otherwise': '{{standby}} refused a write, but for another reason: {{message}}',
  'same-identifier': 'Both say {{identifier}}.',
  'identifiers-differ': '{{upstream}} says {{upstreamIdentifier}}, {{standby}} says {{standbyIdentifier}}.',
} as const
