import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, type Session } from '../../electron/postgres/connection/connect.ts'
import { readHbaRules } from '../../electron/core/instances/read-hba-rules.ts'
import { addHbaRule, type HbaLine, matchHba, parseHba } from '../../electron/postgres/facts/hba.ts'
import { findFreePort } from '../../electron/system/platform/ports.ts'
import type { InstanceTarget } from '../../shared/model/instance-target.ts'
import {
  initTestServer,
  makeTestFolder,
  startTestServer,
  stopTestServer,
  testInstallations,
  testTarget,
} from '../helpers/test-server.ts'

const word = fc.constantFrom(
  'all',
  '"all"',
  'replication',
  'sameuser',
  'db',
  'ann',
  '"odd ""name"""',
  '+team',
  'a,b',
)
const address = fc.constantFrom(
  '127.0.0.1/32',
  '0.0.0.0/0',
  '::1/128',
  'samehost',
  'localhost',
  '10.0.0.0 255.0.0.0',
  '10.0.0.0',
  '10.0.0.0/99',
  'all',
)
const method = fc.constantFrom(
  'trust',
  'reject',
  'md5',
  'scram-sha-256',
  'password',
  'odd',
  'peer',
  'ident map=x',
)
/** Without hostssl: a build without SSL refuses it, which a file's reader cannot know. */
const type = fc.constantFrom('host', 'hostnossl', 'local', 'hosts', '# host')
const line = fc.oneof(
  fc.tuple(type, word, word, address, method).map((columns) => columns.join('\t')),
  fc.tuple(fc.constantFrom('local'), word, word, method).map((columns) => columns.join(' ')),
  fc.constantFrom('', '   ', '# a comment', 'host all', 'host all all 127.0.0.1/32 trust # why'),
)
const texts = fc.array(line, { maxLength: 12 }).map((lines) => `${lines.join('\n')}\n`)

/** As the server shows an array of words. */
const words = (text: string | null): string[] => (text === null ? [] : (JSON.parse(text) as string[]))

/** The rules as `judge` shows those of the server. */
const listRules = (lines: readonly HbaLine[]): object[] =>
  lines.flatMap((parsed): object[] => {
    if (parsed.kind === 'invalid') return [{ line: parsed.line, refused: true }]
    if (parsed.kind !== 'rule') return []
    const { rule } = parsed
    return [
      {
        line: parsed.line,
        type: rule.type,
        databases: rule.databases.map(({ value }) => value),
        users: rule.users.map(({ value }) => value),
        method: rule.method,
      },
    ]
  })

describe.each(testInstallations)('pg_hba_file_rules of $major as judge', ({ major, binDir }) => {
  let session: Session
  let target: InstanceTarget
  let clear: () => Promise<void>

  beforeAll(async () => {
    const made = await makeTestFolder()
    clear = made.clear
    target = testTarget(made.folder, 'hba', { major, binDir, port: await findFreePort(24_100) })
    await initTestServer(target)
    await startTestServer(target)
    session = await openSession(target)
  })
  afterAll(async () => {
    await session.close()
    await stopTestServer(target)
    await clear()
  })

  const judge = async (text: string, order = 'line_number') => {
    await writeFile(target.hbaFile, text)
    const rows = await session.query(
      `select line_number as line, type, to_json(database)::text as databases, to_json(user_name)::text as users,
         auth_method as method, error from pg_catalog.pg_hba_file_rules order by ${order}`,
    )
    return rows.map(({ line: number, type: kind, databases, users, method: how, error }) =>
      error === null
        ? {
            line: Number(number),
            type: kind,
            databases: words(databases ?? null),
            users: words(users ?? null),
            method: how,
          }
        : { line: Number(number), refused: true },
    )
  }

  const ours = (text: string): object[] => listRules(parseHba(text, major).lines)

  it('reads random files as the server does', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(ours(text)).toEqual(await judge(text))
      }),
      { numRuns: 150 },
    )
  })

  it('reads lists and included files as the server does', async () => {
    const folder = path.dirname(target.hbaFile)
    await mkdir(path.join(folder, 'hba.d'), { recursive: true })
    const files = {
      team: 'ann, "bo b"\n@more # and\n',
      more: 'all\n',
      'first.conf': 'host replication @team 127.0.0.1/32 md5\n',
      'hba.d/b.conf': 'local b b trust\n',
      'hba.d/B.conf': 'local B B trust\n',
      'hba.d/.a.conf': 'local hidden hidden trust\n',
    }
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
    const includes = 'include first.conf\ninclude_if_exists none.conf\ninclude_dir hba.d\n'
    const text = `local @team all trust\n${major >= 16 ? includes : ''}host all all samehost trust\n`
    const judged = await judge(text, major >= 16 ? 'rule_number' : 'line_number')
    expect(judged).toHaveLength(major >= 16 ? 5 : 2)
    expect(listRules(readHbaRules(target.hbaFile, major)?.rules.lines ?? [])).toEqual(judged)
  })

  it('adds a rule that the server reads and that decides', async () => {
    const rule = {
      type: 'host',
      database: 'replication',
      user: 'repuser',
      address: '127.0.0.1/32',
      method: 'md5',
    }
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const added = addHbaRule(text, rule, major)
        if (added.kind === 'invalid') throw new Error(added.problem)
        const seen = (await judge(added.text)).find((row) => row.line === added.line)
        expect(seen).not.toMatchObject({ refused: true })
        const connection = { type: 'host', database: null, user: 'repuser', address: '127.0.0.1' } as const
        const decides = matchHba(parseHba(added.text, major), connection)
        // A rule before ours may decide a part of its connections the same way, as hostnossl with the same method.
        expect(decides?.rule).toMatchObject({ method: rule.method, options: [] })
        expect(decides?.line).toBeLessThanOrEqual(added.line)
      }),
      { numRuns: 60 },
    )
  })
})
