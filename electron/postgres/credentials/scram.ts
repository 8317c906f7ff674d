import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

const SALT_BYTES = 16
const KEY_BYTES = 32
const DEFAULT_ITERATIONS = 4096

/** RFC 3454, tables C.1.2 (spaces) and B.1 (mapped to nothing). */
const OTHER_SPACES = /[\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000]/gu
const MAPPED_TO_NOTHING = /\u00AD|\u034F|\u1806|[\u180B-\u180D]|\u200C|\u200D|\u2060|[\uFE00-\uFE0F]|\uFEFF/gu
/** C.2 (control characters) and C.3 to C.9, as far as PostgreSQL's pg_saslprep refuses them. */
const PROHIBITED =
  /[\p{Cc}\p{Co}\p{Cs}\u{6DD}\u{70F}\u180E\u2028\u2029\u2061-\u2063\u206A-\u206F\uFFF9-\uFFFD\u2FF0-\u2FFB\u200E\u200F\u202A-\u202E\u{1D173}-\u{1D17A}\u{E0001}\u{E0020}-\u{E007F}\p{Noncharacter_Code_Point}]|\u{340}|\u{341}/u

/**
 * A password as SCRAM hashes it: SASLprep (RFC 4013), and the password as it is where SASLprep forbids it, as PostgreSQL does.
 *
 * ASCII without control characters stays the same. Not checked: text that mixes writing directions and code points
 * unassigned in Unicode 3.2; PostgreSQL leaves such passwords unprepared, which differs only when NFKC changes them.
 */
export const prepareScramPassword = (password: string): string => {
  const prepared = password.replace(OTHER_SPACES, ' ').replace(MAPPED_TO_NOTHING, '').normalize('NFKC')
  return prepared === '' || PROHIBITED.test(prepared) ? password : prepared
}

/**
 * What pg_authid.rolpassword holds for a password: `SCRAM-SHA-256$4096:salt$StoredKey:ServerKey` (RFC 5803).
 *
 * Sent in SQL instead of the password, which a server would write to its log when the statement fails. PostgreSQL 10 and later.
 */
export const scramVerifier = (
  password: string,
  salt: Uint8Array = randomBytes(SALT_BYTES),
  iterations = DEFAULT_ITERATIONS,
): string => {
  const salted = pbkdf2Sync(prepareScramPassword(password), salt, iterations, KEY_BYTES, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64')
  const serverKey = keyed('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${Buffer.from(salt).toString('base64')}$${storedKey}:${serverKey}`
}

const PASSWORD_BYTES = 24

/** A password of 32 characters from A-Z a-z 0-9 - _ : 192 random bits, safe in URLs, conninfo strings and passfiles. */
export const generatePassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url')
