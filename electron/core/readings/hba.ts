import { readFile } from 'node:fs/promises'
import type { InstanceTarget } from '../../../shared/model/instance-target.ts'
import { decodeConf } from '../../postgres/facts/conf/encoding.ts'
import { checkHba, type HbaProblem } from '../../postgres/facts/hba/check.ts'
import { parseHba, type HbaLine } from '../../postgres/facts/hba/hba-file.ts'
import { redactSecrets } from '../../postgres/facts/redact-secrets.ts'

export interface HbaReading {
  readonly file: string
  /** Every line, comments and blank ones too, in order: the first rule that matches counts. */
  readonly lines: readonly HbaLine[]
  readonly problems: readonly HbaProblem[]
}

/**
 * pg_hba.conf of an instance with the passwords of ldap and radius hidden, and what is wrong with it for its superuser and the role its standbys connect as.
 *
 * Rejects with the file system's error where the file cannot be read.
 */
export async function readHba(target: InstanceTarget, replicationRole: string): Promise<HbaReading> {
  const parsed = parseHba(decodeConf(await readFile(target.hbaFile)).text, target.major)
  const problems = checkHba(parsed, { user: target.user, replicationUser: replicationRole })
  const lines = parsed.lines.map((line) => ({ ...line, raw: redactSecrets(line.raw) }))
  return { file: target.hbaFile, lines, problems }
}
