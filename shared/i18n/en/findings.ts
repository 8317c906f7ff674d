import { diagnosisFindings } from './findings-diagnosis.ts'
import { serverMessages } from './findings-server-messages.ts'

/** Diagnosed problems: what is wrong, and what to do about it. */
export const findings = {
  'hba-open-to-world': {
    message: 'pg_hba.conf lets anyone from any address in without a password (line {{line}}).',
    hint: 'Change the method to scram-sha-256, or the address to 127.0.0.1/32.',
  },
  'hba-replication-refused': {
    message: 'pg_hba.conf does not let {{user}} replicate from {{address}}.',
    hint: 'Add the line: host replication {{user}} {{address}} scram-sha-256',
  },
  'hba-connection-refused': {
    message: 'pg_hba.conf does not let {{user}} connect from {{address}}.',
    hint: 'Add the line: host all {{user}} {{address}} scram-sha-256',
  },
  'hba-method-differs': {
    message:
      'pg_hba.conf lets {{user}} in from {{address}} by {{method}}, not by {{expected}} (line {{line}}).',
    hint: 'Change the method of that line, or put a line before it.',
  },
  'hba-rule-unreachable': {
    message: 'Line {{line}} of pg_hba.conf has no effect: line {{by}} matches first.',
    hint: 'Move it before line {{by}} or remove it.',
  },
  'hba-line-invalid': {
    message: 'Line {{line}} of pg_hba.conf cannot be read: {{problem}}.',
    hint: 'Correct it; until then a reload keeps the old rules and a start fails.',
  },
  'recovery-setting-too-new': {
    message: '{{name}} does not exist yet in this version and was left out.',
    hint: 'Use a newer version where it is needed.',
  },
  'recovery-setting-removed': {
    message: '{{name}} was removed from PostgreSQL and was left out.',
    hint: 'Promote with pg_ctl promote or pg_promote() instead of a trigger file.',
  },
  'recovery-setting-no-equivalent': {
    message: 'The value of {{name}} has no equivalent in this version and was left out.',
    hint: 'Choose pause or promote.',
  },
  ...serverMessages,
  ...diagnosisFindings,
} as const
