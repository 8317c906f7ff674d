import { afterEach, describe, expect, test } from 'vitest'
import { openLoadSession, startLoad, type Load } from '../helpers/load.ts'
import { createTestCore, quickSettings, type TestCore } from '../helpers/test-core.ts'
import { waitUntil } from '../helpers/test-pair.ts'
import { testInstallations } from '../helpers/test-server.ts'

let made: TestCore | undefined
let loads: Load[] = []

afterEach(async () => {
  await Promise.allSettled(loads.map((load) => load.stop()))
  loads = []
  await made?.clear()
  made = undefined
})

/** Several sessions insert as fast as they can; others make, empty, rewrite, vacuum and drop tables all the while. */
const startEverything = async (core: TestCore): Promise<readonly Load[]> => {
  const setup = await openLoadSession(core, 'alpha')
  await setup.simple(
    `create table load (worker int, turn int, filler text);
     create table emptied (n int);
     create table rewritten (n int primary key, t text);
     insert into rewritten select g, repeat('x', 200) from generate_series(1, 2000) g`,
  )
  await setup.close()
  const inserting = await startLoad(
    core,
    'alpha',
    3,
    (worker, turn) =>
      `insert into load select ${worker}, ${turn} * 10 + g, repeat('f', 100) from generate_series(0, 9) g`,
  )
  const changing = await startLoad(core, 'alpha', 1, (_, turn) =>
    [
      `create table made_${turn} as select g as n, repeat('m', 100) as t from generate_series(1, 200) g`,
      `create index on made_${turn} (n)`,
      turn < 5 ? 'select 1' : `drop table made_${turn - 5}`,
      `truncate emptied; insert into emptied select generate_series(1, ${(turn % 50) + 1})`,
    ].join(';'),
  )
  const vacuuming = await startLoad(core, 'alpha', 1, (_, turn) => {
    const statements = [
      `update rewritten set t = repeat('${turn % 10}', 200 + ${turn % 100}) where n % 3 = ${turn % 3}`,
      'vacuum full rewritten',
      'delete from rewritten where n > 1900',
      'vacuum load',
      `insert into rewritten select g, 'again' from generate_series(1901, 2000) g on conflict do nothing`,
      'cluster rewritten using rewritten_pkey',
    ]
    return statements[turn % statements.length] ?? 'select 1'
  })
  loads = [inserting, changing, vacuuming]
  await waitUntil('rows and tables', async () => inserting.committed() > 50 && changing.committed() > 5)
  return loads
}

/** Counts and sums of every table, and how many files' worth of them there are. */
const totals = async (core: TestCore, name: string): Promise<string | null> => {
  const made = `select coalesce(string_agg(relname || ':' || (xpath('/row/c/text()', query_to_xml(
      format('select count(*) || $$ $$ || coalesce(sum(n), 0) || $$ $$ || md5(string_agg(t, $$$$ order by n)) as c from %I', relname),
      false, true, '')))[1]::text, ',' order by relname), '')
    from pg_class where relname like 'made\\_%' and relkind = 'r'`
  return core.ask(
    name,
    `select concat_ws(' | ',
       (select count(*) || ' ' || sum(worker) || ' ' || sum(turn) from load),
       (select count(*) || ' ' || coalesce(sum(n), 0) from emptied),
       (select count(*) || ' ' || sum(n) || ' ' || md5(string_agg(t, '' order by n)) from rewritten),
       (${made}))`,
  )
}

/** Whatever way a query takes, it finds the same rows: by each index and without any. */
const indexesAgree = async (core: TestCore, name: string): Promise<void> => {
  const [byHeap, byIndex] = await Promise.all(
    ['off', 'on'].map((on) =>
      core.ask(
        name,
        `set enable_indexscan = ${on}; set enable_indexonlyscan = ${on}; set enable_seqscan = ${on === 'on' ? 'off' : 'on'};
         select count(*) || ' ' || sum(n) from rewritten where n > 0`,
      ),
    ),
  )
  expect(byIndex).toBe(byHeap)
}

const clones = (major: number) =>
  major === 18
    ? ([
        { name: 'beta', source: 'alpha', method: 'copy', slot: true },
        { name: 'gamma', source: 'alpha', method: 'copy', slot: false },
        { name: 'delta', source: 'beta', method: 'copy', slot: true },
      ] as const)
    : ([
        { name: 'beta', source: 'alpha', method: 'basebackup', slot: true },
        { name: 'gamma', source: 'beta', method: 'copy', slot: false },
        { name: 'delta', source: 'beta', method: 'basebackup', slot: false },
      ] as const)

describe.each(testInstallations)('PostgreSQL $major', ({ major, binDir }) => {
  test('clones under full load are complete, of a primary and of a standby, with a slot and without', async () => {
    const port = 25_400 + major * 10
    const core = await createTestCore()
    made = core
    const settings = { ...quickSettings, wal_keep_size: '1GB', checkpoint_timeout: '30s' }
    await core.perform('create', { name: 'alpha', port, pg: binDir, settings })
    await startEverything(core)
    for (const [turn, clone] of clones(major).entries())
      await core.perform('clone', { ...clone, port: port + 1 + turn })
    for (const load of loads) await load.stop()

    const expected = await totals(core, 'alpha')
    expect(expected).toContain('made_')
    for (const { name, source, slot } of clones(major)) {
      await core.waitUntilCaughtUp(name, 'alpha')
      expect(await core.statusOf(name)).toMatchObject({
        state: 'running',
        role: 'standby',
        upstream: source,
        walReceiver: { slotName: slot ? name : null },
      })
      expect(await totals(core, name)).toBe(expected)
      await indexesAgree(core, name)
    }
  })
})
