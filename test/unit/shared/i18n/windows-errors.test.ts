import { describe, expect, it } from 'vitest'
import { matchMessages } from '../../../../electron/postgres/facts/messages/match-messages.ts'
import { programFailed, programNotStarted } from '../../../../electron/system/process/program-failure.ts'
import { serviceFailure } from '../../../../electron/system/platform/windows-services.ts'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { createTranslator } from '../../../../shared/i18n/translate.ts'

const run = { program: 'initdb.exe', args: [], redact: [], stdout: '', stderr: '' }
const spawnError = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`spawn ${code}`), { code })
const path = 'D:\\数据\\postgresql.conf'

/** Every failure of ours that a number, or a code, of Windows stands behind. */
const failures: readonly (readonly [string, PgTandemError])[] = [
  ['error 5', serviceFailure('pg', 'start', 5)],
  ['error 1053', serviceFailure('pg', 'start', 1053)],
  ['error 1053 of a stop', serviceFailure('pg', 'stop', 1053)],
  ['error 1058', serviceFailure('pg', 'start', 1058)],
  ['error 1060', serviceFailure('pg', 'stop', 1060)],
  ['error 1067', serviceFailure('pg', 'start', 1067)],
  ['error 1069', serviceFailure('pg', 'start', 1069)],
  ['0xC0000005', programFailed(run, 0xc0000005)],
  ['0xC0000135, as a signed number', programFailed(run, 0xc0000135 - 2 ** 32)],
  ['EACCES of a program', programNotStarted(run, spawnError('EACCES'))],
  ['UNKNOWN of a program', programNotStarted(run, spawnError('UNKNOWN'))],
  ['EBUSY of a file', new PgTandemError('file-held', { path })],
  ['EPERM of a file', new PgTandemError('file-not-written', { path, reason: 'EPERM' })],
  ['EBUSY of a folder', new PgTandemError('folder-held', { path })],
  ['EBUSY of a copy', new PgTandemError('copy-held', { path })],
  ['EBUSY of a deletion', new PgTandemError('tree-not-removed', { path, reason: 'EBUSY' })],
  ['10013 of a port', new PgTandemError('port-in-excluded-range', { port: 5400, range: '5357–5456' })],
  ['10013 of a port in no range', new PgTandemError('port-reserved', { port: 80 })],
]

/** Lines of a server's log on Windows. */
const lines = [
  'LOG:  could not bind IPv4 address "127.0.0.1": An attempt was made to access a socket in a way forbidden by its access permissions.',
  'LOG:  could not open file "base/16384/2619": sharing violation',
  'LOG:  server process (PID 812) was terminated by exception 0xC0000005',
  'LOG:  could not reserve shared memory region (addr=0000000001120000) for child 0000000000000F28: error code 487',
  'pg_ctl: could not create restricted token: error code 87',
  'postgres.exe ended with exit code 0xC0000135',
  'FATAL:  could not open file "D:/data/postgresql.conf": Permission denied',
]

/** What is said besides numbers and codes. */
const wordsOf = (text: string): string => text.replaceAll(/0x[0-9A-F]+|\b[A-Z]{4,}\b|\d+|[\s\p{P}]/gu, '')

describe.each(['en', 'zh-CN'] as const)(
  'in %s, a Windows error number is never all that is said',
  (language) => {
    const translator = createTranslator(language)
    const shortest = language === 'en' ? 25 : 10

    it.each(failures)('%s', (_, { code, params }) => {
      const [message, hint] = [
        translator.t(`errors.${code}.message`, params),
        translator.t(`errors.${code}.hint`, params),
      ]
      for (const text of [message, hint]) {
        expect(wordsOf(text).length).toBeGreaterThan(shortest - 10)
        expect(text).not.toContain('{{')
      }
      expect(wordsOf(hint).length).toBeGreaterThan(shortest)
    })

    it('says how a runtime that is missing is installed', () => {
      const command = 'winget install Microsoft.VCRedist.2015+.x64'
      for (const exitCode of [0xc0000135, 0xc0000135 - 2 ** 32]) {
        const { code, params } = programFailed(run, exitCode)
        expect(translator.t(`errors.${code}.message`, params)).toContain('Visual C++')
        expect(translator.t(`errors.${code}.hint`, params)).toContain(command)
      }
      expect(translator.t('errors.installation-missing-runtime.hint', {})).toContain(command)
      expect(translator.t('findings.runtime-library-missing.hint', {})).toContain(command)
    })

    it.each(lines)('%s', (line) => {
      const [match] = matchMessages([`2026-01-01 10:00:00.000 CST [12] ${line}`])
      if (match === undefined) throw new Error('nobody knows this line')
      expect(wordsOf(translator.t(`findings.${match.code}.message`, match.params)).length).toBeGreaterThan(
        shortest - 10,
      )
      expect(wordsOf(translator.t(`findings.${match.code}.hint`, match.params)).length).toBeGreaterThan(
        shortest - 10,
      )
    })
  },
)
