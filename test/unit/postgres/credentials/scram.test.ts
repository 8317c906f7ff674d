import { describe, expect, test } from 'vitest'
import {
  generatePassword,
  prepareScramPassword,
  scramVerifier,
} from '../../../../electron/postgres/credentials/scram.ts'

describe('a SCRAM verifier', () => {
  test('is that of RFC 7677 (user, pencil)', () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')
    expect(scramVerifier('pencil', salt)).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    )
  })

  test('differs each time, since the salt does', () => {
    expect(scramVerifier('x')).not.toBe(scramVerifier('x'))
  })
})

test.each([
  ['plain ASCII !"#$', 'plain ASCII !"#$'],
  ['I\u00ADX', 'IX'],
  ['\u2168', 'IX'],
  ['a\u00A0b', 'a b'],
  ['bell\u0007\u2168', 'bell\u0007\u2168'],
  ['\u00AD', '\u00AD'],
])('SASLprep of %j is %j', (password, prepared) => expect(prepareScramPassword(password)).toBe(prepared))

test('generated passwords are long, URL-safe and never alike', () => {
  const made = Array.from({ length: 100 }, generatePassword)
  for (const password of made) expect(password).toMatch(/^[A-Za-z0-9_-]{32}$/)
  expect(new Set(made).size).toBe(100)
})
