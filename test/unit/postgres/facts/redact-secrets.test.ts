import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { quoteAlways, quoteConfValue } from '../../../../electron/postgres/facts/conf/value.ts'
import { formatConninfo } from '../../../../electron/postgres/facts/conninfo.ts'
import { redactCommand } from '../../../../electron/postgres/facts/redact-commands.ts'
import { redactSecrets, redactSettingValue } from '../../../../electron/postgres/facts/redact-secrets.ts'
import { textWithoutSecrets } from '../../../../electron/postgres/facts/text-without-secrets.ts'
import { testInstallations } from '../../../helpers/test-server.ts'

describe('secrets in files', () => {
  it.each([
    [
      "primary_conninfo = 'user=u password=''a b'' port=1' # x",
      "primary_conninfo = 'user=u password=******** port=1' # x",
    ],
    [
      "primary_conninfo = 'user=u password=a\\\\ b port=1'",
      "primary_conninfo = 'user=u password=******** port=1'",
    ],
    ["  # primary_conninfo = 'password=geheim'\r", "  # primary_conninfo = 'password=********'\r"],
    ["primary_conninfo = 'postgresql://u:geheim@h/d'", "primary_conninfo = 'postgresql://u:********@h/d'"],
    ["restore_command = 'PGPASSWORD=geheim fetch %f'", "restore_command = 'PGPASSWORD=******** fetch %f'"],
    ['host all all all ldap ldapbindpasswd="a b" x', 'host all all all ldap ldapbindpasswd=********'],
    ['host all all all radius radiussecrets=geheim', 'host all all all radius radiussecrets=********'],
    ["my.password 'geheim'", "my.password '********'"],
    ["primary_conninfo = 'password=geheim", "primary_conninfo = 'password=********"],
    ["password_encryption = 'scram-sha-256'", "password_encryption = 'scram-sha-256'"],
    [
      "primary_conninfo = 'host=''h'' passfile=''/a b/pgpass'''",
      "primary_conninfo = 'host=''h'' passfile=''/a b/pgpass'''",
    ],
  ])('%j', (text, expected) => {
    expect(redactSecrets(text)).toBe(expected)
  })

  it('never show a password inside a connection string, whatever it is', () => {
    const secret = fc.string({ minLength: 5, maxLength: 12 }).map((text) => `§${text.replaceAll('\0', '')}§`)
    fc.assert(
      fc.property(secret, fc.constantFrom('', '#', '  # '), (password, prefix) => {
        const conninfo = formatConninfo({ host: 'h', password, port: '1' })
        const line = `${prefix}primary_conninfo = ${quoteConfValue(conninfo)} # end`
        expect(redactSecrets(line)).toBe(
          `${prefix}primary_conninfo = 'host=h password=******** port=1' # end`,
        )
        expect(redactSecrets(`${line} open'`)).not.toContain('§')
      }),
      { numRuns: 500 },
    )
  })
})

const hidden = '********'

describe('secrets in commands', () => {
  it.each([
    ['curl -u user:geheim -T %p https://backup/%f', `curl -u user:${hidden} -T %p https://backup/%f`],
    ['curl -sSfuuser:geheim -T %p sftp://backup/', `curl -sSfuuser:${hidden} -T %p sftp://backup/`],
    [
      'curl --user user:geheim --proxy-user=p:geheim x',
      `curl --user user:${hidden} --proxy-user=p:${hidden} x`,
    ],
    ["curl -u 'user:ge heim' x", `curl -u 'user:${hidden}' x`],
    ['/usr/bin/curl.exe -u "user:ge heim" x', `/usr/bin/curl.exe -u "user:${hidden}" x`],
    ['curl -u user:ge:heim@ x', `curl -u user:${hidden} x`],
    ['PGPASSWORD=geheim psql -c x', `PGPASSWORD=${hidden} psql -c x`],
    ["PGPASSWORD='ge heim' psql -c x", `PGPASSWORD=${hidden} psql -c x`],
    ['AWS_SECRET_ACCESS_KEY=geheim aws s3 cp', `AWS_SECRET_ACCESS_KEY=${hidden} aws s3 cp`],
    ['env RESTIC_PASSWORD=geheim restic backup', `env RESTIC_PASSWORD=${hidden} restic backup`],
    ['set SSHPASS=geheim&& sshpass -e scp %p', `set SSHPASS=${hidden} sshpass -e scp %p`],
    ['sshpass -pgeheim scp %p h:', `sshpass -p${hidden} scp %p h:`],
    ['sshpass -p geheim scp %p h:', `sshpass -p ${hidden} scp %p h:`],
    ['wget --http-password=geheim https://h/%f', `wget --http-password=${hidden} https://h/%f`],
    ['tool --password geheim %p', `tool --password ${hidden} %p`],
    ['gpg --batch --passphrase "ge heim" -c %p', `gpg --batch --passphrase ${hidden} -c %p`],
    ['az --account-key geheim --x y', `az --account-key ${hidden} --x y`],
    ['openssl enc -e -pass pass:geheim -in %p', `openssl enc -e -pass pass:${hidden} -in %p`],
    ['curl -H "Authorization: Bearer geheim" x', `curl -H "Authorization: Bearer ${hidden} x`],
    ['curl https://user:geheim@backup/%f', `curl https://user:${hidden}@backup/%f`],
    ['lftp sftp://user:ge@heim@backup -e put', `lftp sftp://user:${hidden}@backup -e put`],
    ['scp %p redis://:geheim@h/0', `scp %p redis://:${hidden}@h/0`],
  ])('%s', (command, expected) => {
    expect(redactCommand(command)).toBe(expected)
    expect(redactSettingValue('restore_command', command)).toBe(expected)
    expect(redactSecrets(`#archive_command = ${quoteAlways(command)} # x`)).toBe(
      `#archive_command = ${quoteAlways(expected)} # x`,
    )
  })

  it.each([
    'cp %p /backup/%f',
    'test ! -f /mnt/%f && cp %p /mnt/%f',
    'curl -u "$BACKUP_USER:$BACKUP_PASSWORD" -T %p https://backup:8443/%f',
    'curl -u "$CREDENTIALS" -T %p https://backup/%f',
    'curl -u user -T %p https://backup/%f',
    'curl --netrc-file /etc/curl.netrc -T %p https://[::1]:8443/a@b/%f',
    'PGPASSWORD=$SECRET psql -c x',
    'PGPASSWORD="$(cat /run/secret)" psql -c x',
    'PGPASSFILE=/home/u/.pgpass psql -c x',
    'tool --password-file=/etc/tool.secret --no-password %p',
    'tool --password=$PW --token %TOKEN% %p',
    'psql --password -h 127.0.0.1',
    'pgbackrest --stanza=main archive-push %p',
    'wal-g wal-push "%p" --turbo',
    'docker run -u 1000:1000 image cp %p',
    'scp -o User=backup %p backup@host:/wal/%f',
    'rsync -a %p rsync://backup@host:873/wal/%f',
  ])('nothing to hide: %s', (command) => {
    expect(redactSettingValue('archive_command', command)).toBe(command)
    expect(redactSecrets(`archive_command = ${quoteAlways(command)}`)).toBe(
      `archive_command = ${quoteAlways(command)}`,
    )
  })

  it('that is the passphrase itself is hidden, and one that asks a program for it is not', () => {
    expect(redactSettingValue('ssl_passphrase_command', 'echo "ge heim"')).toBe(`echo ${hidden}`)
    expect(redactSettingValue('ssl_passphrase_command', 'printf geheim')).toBe(`printf ${hidden}`)
    expect(redactSettingValue('ssl_passphrase_command', 'pass show pg')).toBe('pass show pg')
    expect(redactSettingValue('ssl_passphrase_command', 'echo $PW')).toBe('echo $PW')
  })

  it('are hidden whatever they are, also when they were hidden before', () => {
    const secret = fc
      .stringMatching(/^[A-Za-z0-9!#&()*+,./:;<=>?[\]^_{|}~-]{5,12}$/)
      .map((text) => `x§${text}§`)
    const places = [
      (password: string) => `curl -u user:${password} x`,
      (password: string) => `PGPASSWORD=${password} psql`,
      (password: string) => `tool --password=${password} x`,
      (password: string) => `tool --secret-key ${password} x`,
      (password: string) => `x ftp://u:${password.replaceAll('/', '')}@h/`,
    ]
    fc.assert(
      fc.property(secret, fc.constantFrom(...places), (password, place) => {
        const line = `restore_command = ${quoteConfValue(place(password))}`
        const clean = redactSecrets(line)
        expect(clean).not.toContain('§')
        expect(redactSecrets(clean)).toBe(clean)
      }),
      { numRuns: 500 },
    )
  })
})

test.each(testInstallations)(
  'nothing in the samples that PostgreSQL $major comes with is a secret',
  ({ major, binDir }) => {
    const share = major === 18 ? path.join(binDir, '../share/postgresql') : `/usr/share/postgresql/${major}`
    for (const name of ['postgresql.conf.sample', 'pg_hba.conf.sample']) {
      const text = readFileSync(path.join(share, name), 'utf8')
      expect(text.length).toBeGreaterThan(1000)
      expect(textWithoutSecrets(text)).toBe(text)
    }
  },
)

describe('secrets in what a server logs', () => {
  it.each([
    [
      'LOG:  parameter "primary_conninfo" changed to "host=127.0.0.1 password=geheim port=1"',
      `LOG:  parameter "primary_conninfo" changed to "host=127.0.0.1 password=${hidden} port=1"`,
    ],
    [
      `LOG:  parameter "primary_conninfo" changed to "host=h password='ge heim' port=1"`,
      `LOG:  parameter "primary_conninfo" changed to "host=h password=${hidden}`,
    ],
    [
      'LOG:  parameter "primary_conninfo" changed to "postgresql://u:geheim@h/d"',
      `LOG:  parameter "primary_conninfo" changed to "postgresql://u:${hidden}@h/d"`,
    ],
    [
      'DETAIL:  The failed archive command was: curl -u u:geheim -T pg_wal/1 ftp://h/',
      `DETAIL:  The failed archive command was: curl -u u:${hidden} -T pg_wal/1 ftp://h/`,
    ],
    [
      `STATEMENT:  ALTER SYSTEM SET primary_conninfo = 'host=h password=geheim port=1'`,
      `STATEMENT:  ALTER SYSTEM SET primary_conninfo = 'host=h password=${hidden} port=1'`,
    ],
    [`STATEMENT:  ALTER ROLE a PASSWORD 'geheim'`, `STATEMENT:  ALTER ROLE a PASSWORD ${hidden}`],
  ])('%s', (line, expected) => {
    expect(textWithoutSecrets(line)).toBe(expected)
  })

  it.each([
    'FATAL:  password authentication failed for user "postgres"',
    'FATAL:  could not connect to the primary server: connection to server at "127.0.0.1", port 1 failed: fe_sendauth: no password supplied',
    'DETAIL:  Connection matched file "/d/pg_hba.conf" line 117: "host all all 127.0.0.1/32 scram-sha-256"',
    'LOG:  parameter "password_encryption" changed to "scram-sha-256"',
    'ERROR:  syntax error at or near "token" at character 8',
    'LOG:  connection authorized: user=postgres database=postgres application_name=psql',
    '2026-11-21 10:00:00.123 UTC [42] LOG:  started streaming WAL from primary at 0/3000000 on timeline 1',
  ])('nothing to hide: %s', (line) => {
    expect(textWithoutSecrets(line)).toBe(line)
  })

  it.each(['a', 'curl ', '"', "'", '--', 'PASSWORD', '://', 'x:', '-u ', '\\', 'password = ', "password '"])(
    'takes no time over a line of a megabyte of %j',
    (piece) => {
      // Hundreds of milliseconds; minutes, were it to grow with the square.
      const began = performance.now()
      textWithoutSecrets(piece.repeat(1_048_576 / piece.length))
      expect(performance.now() - began).toBeLessThan(10_000)
    },
  )
})
