import { describe, expect, test } from 'vitest'
import { PgTandemError } from '../../../../shared/errors/pgtandem-error.ts'
import { compareVersions } from '../../../../electron/postgres/facts/versions/compare-versions.ts'
import { describeProbeFailure } from '../../../../electron/postgres/installations/describe-probe-failure.ts'
import { programFailed } from '../../../../electron/system/process/program-failure.ts'
import { parseLibraryLinks } from '../../../../electron/postgres/installations/library-links.ts'
import { npmSettingsFromEnv, parseNpmrc } from '../../../../electron/postgres/installations/parse-npmrc.ts'
import { splitCertificates } from '../../../../electron/postgres/installations/read-npm-settings.ts'
import { parseRegistryExport } from '../../../../electron/postgres/installations/sources/parse-registry-export.ts'

const registryText = [
  'Windows Registry Editor Version 5.00',
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\PostgreSQL\Installations]`,
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\PostgreSQL\Installations\postgresql-x64-15]`,
  String.raw`"Base Directory"="D:\\数据库\\PostgreSQL\\15"`,
  String.raw`"Data Directory"="D:\\数据库\\data"`,
  String.raw`"Service ID"="postgresql-x64-15"`,
  '',
  String.raw`[HKEY_LOCAL_MACHINE\SOFTWARE\PostgreSQL\Installations\postgresql-x64-9.6]`,
  String.raw`"Base Directory"="C:\\Program Files\\PostgreSQL\\9.6"`,
  '',
].join('\r\n')

test('a registry export keeps its Chinese paths', () => {
  const bytes = Buffer.from(`\uFEFF${registryText}`, 'utf16le')
  expect(parseRegistryExport(bytes)).toEqual([
    String.raw`D:\数据库\PostgreSQL\15`,
    String.raw`C:\Program Files\PostgreSQL\9.6`,
  ])
  expect(parseRegistryExport(Buffer.alloc(0))).toEqual([])
})

test('versions are ordered as they were released', () => {
  const released = [
    '9.5.25',
    '9.6.2',
    '9.6.24',
    '10.1',
    '10.23',
    '18beta1',
    '18beta2',
    '18rc1',
    '18.0',
    '18.4',
    '18.10',
    '19devel',
  ]
  expect([...released].reverse().sort(compareVersions)).toEqual(released)
  expect(compareVersions('15.14', '15.14')).toBe(0)
})

describe('library links', () => {
  test('stay inside their package', () => {
    const text = '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]'
    expect(parseLibraryLinks(text, '/x')).toEqual([
      { file: '/x/lib/libpq.so.5.18', link: '/x/lib/libpq.so.5' },
    ])
  })

  test.each(['../evil', 'native/../../evil', '/etc/passwd', 'native/lib/../../../evil', 'dist/index.js'])(
    'refuse %s',
    (name) => {
      const text = JSON.stringify([{ source: 'native/lib/a', target: name }])
      expect(() => parseLibraryLinks(text, '/x')).toThrow(PgTandemError)
      const other = JSON.stringify([{ source: name, target: 'native/lib/a' }])
      expect(() => parseLibraryLinks(other, '/x')).toThrow(PgTandemError)
    },
  )
})

describe('npm’s settings', () => {
  test('are read with sections of all kinds', () => {
    const text = [
      '\uFEFF; a comment',
      '# another',
      'registry = "https://r.example/npm/"',
      '//r.example/npm/:_authToken=${TOKEN}',
      '//other.example/:_authToken=${UNSET}${ALSO?}',
      '@scope:registry=https://s.example/',
      'ca[]="one\\ntwo"',
      "ca[]='three'",
      'https-proxy=http://proxy:3128 ; trailing',
    ].join('\r\n')
    expect(parseNpmrc(text, { TOKEN: 'secret' })).toEqual({
      registry: 'https://r.example/npm/',
      '//r.example/npm/:_authToken': 'secret',
      '//other.example/:_authToken': '${UNSET}',
      '@scope:registry': 'https://s.example/',
      ca: ['one\ntwo', 'three'],
      'https-proxy': 'http://proxy:3128',
    })
  })

  test('come from the environment too', () => {
    const env = {
      npm_config_https_proxy: 'p',
      NPM_CONFIG_REGISTRY: 'r',
      'npm_config_//h/:_authToken': 't',
      npm_config_ca: '',
    }
    expect(npmSettingsFromEnv(env)).toEqual({ 'https-proxy': 'p', registry: 'r', '//h/:_authToken': 't' })
  })

  test('certificates are taken apart', () => {
    const one = '-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----'
    expect(splitCertificates(`# x\n${one}\n\n${one}\n`)).toEqual([one, one])
  })
})

const failed = (exitCode: number, stderr = '') =>
  describeProbeFailure(
    programFailed({ program: '/b/postgres', args: [], redact: [], stdout: '', stderr }, exitCode),
    '/b',
  ).code

describe('a probe that fails', () => {
  test('names its cause', () => {
    expect(failed(3_221_225_781)).toBe('installation-missing-runtime')
    expect(failed(-1_073_741_515)).toBe('installation-missing-runtime')
    expect(failed(127, 'postgres: error while loading shared libraries: libicui18n.so.60: cannot open')).toBe(
      'installation-missing-library',
    )
    expect(failed(0xc000007b)).toBe('installation-wrong-platform')
    expect(failed(3)).toBe('installation-not-answering')
    expect(describeProbeFailure(new PgTandemError('program-missing'), '/b').code).toBe(
      'installation-wrong-platform',
    )
  })

  test('does not hide a bug or a cancel', () => {
    expect(() => describeProbeFailure(new TypeError('bug'), '/b')).toThrow(TypeError)
    expect(() => describeProbeFailure(new PgTandemError('cancelled'), '/b')).toThrow('cancelled')
  })
})
