import { describe, expect, it } from 'vitest'
import { whyNotSigned } from '../../../../electron/system/platform/why-not-signed.ts'

describe('whose signature a Setup.exe carries', () => {
  const file = String.raw`C:\Users\王 小明\AppData\Local\pgtandem-updater\pending\Setup.exe`
  const subject = 'CN="Some, Ltd.", O="Some ""Inc""", L=Berlin, S=Berlin, C=DE'
  const answer = (changes: object = {}): string =>
    JSON.stringify({ path: file, status: 'Valid', subject, ...changes })

  it.each([[subject], ['CN="Some, Ltd.", C=DE'], ['C=DE, CN="Some, Ltd."'], ['Some, Ltd.']])(
    'is accepted from %s',
    (publisher) => {
      expect(whyNotSigned(`${answer()}\r\n`, { file, publishers: ['CN=Another', publisher] })).toBeNull()
    },
  )

  it.each([
    ['nothing was answered', undefined],
    ['PowerShell is blocked', ''],
    ['PowerShell complains', 'Get-AuthenticodeSignature : The term is not recognized'],
    ['there is no signature', answer({ status: 'NotSigned', subject: '' })],
    ['the file was changed', answer({ status: 'HashMismatch' })],
    ['the certificate is trusted by nobody here', answer({ status: 'UnknownError' })],
    ['it is of somebody else', answer({ subject: 'CN=Some, C=DE' })],
    ['the name only begins so', answer({ subject: 'CN="Some, Ltd. Other", C=DE' })],
    ['the name stands within another part', answer({ subject: 'CN=Bad, OU="CN=Some, C=DE"' })],
    ['it is of another file', answer({ path: String.raw`C:\Windows\notepad.exe` })],
  ])('is refused where %s', (_name, said) => {
    const publishers = ['CN="Some, Ltd.", C=DE', '']
    expect(whyNotSigned(said, { file, publishers })).toEqual(expect.any(String))
  })
})
