import { checkHba } from '../../../postgres/facts/hba/check.ts'
import { parseHba } from '../../../postgres/facts/hba/hba-file.ts'
import { diagnosis, type Rule } from '../finding.ts'

/** pg_hba.conf lets the world in without a password, or holds a line that no server accepts. */
export const hbaOpenToWorld: Rule = ({ status: { major }, files: { hba } }) =>
  hba === null
    ? []
    : checkHba(parseHba(hba, major ?? undefined), {})
        .filter(({ code }) => code === 'hba-open-to-world' || code === 'hba-line-invalid')
        .map(({ code, params }) => diagnosis(code, code === 'hba-line-invalid' ? 'error' : 'warning', params))
