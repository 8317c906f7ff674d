import { describe, expect, test } from 'vitest'
import { firstLine, rememberStatement } from '../../../../../renderer/features/instance/console/history.ts'
import { joinPath } from '../../../../../renderer/features/instance/join-path.ts'
import {
  buildProcessTree,
  type ProcessNode,
} from '../../../../../renderer/features/instance/processes/process-tree.ts'
import { toTab } from '../../../../../renderer/features/instance/tabs.ts'
import type { InstanceProcess } from '../../../../../shared/model/readings.ts'

test.each([
  ['log', 'log'],
  ['nonsense', 'overview'],
])('the address …/%s opens %s', (text, tab) => {
  expect(toTab(text)).toBe(tab)
})

test.each([
  ['/d', 'postgresql.conf', '/d/postgresql.conf'],
  ['/d/', 'a', '/d/a'],
  [String.raw`D:\PostgreSQL\data`, 'a', String.raw`D:\PostgreSQL\data\a`],
  ['D:/PostgreSQL/data', 'a', 'D:/PostgreSQL/data/a'],
])('%s and %s make %s', (folder, name, path) => {
  expect(joinPath(folder, name)).toBe(path)
})

const of = (pid: number, parentPid: number | null, role: InstanceProcess['role']): InstanceProcess => ({
  pid,
  parentPid,
  role,
  title: '',
})

describe('the tree of processes', () => {
  const pids = (nodes: readonly ProcessNode[]): unknown[] =>
    nodes.map(({ process, children }) =>
      children.length === 0 ? process.pid : [process.pid, pids(children)],
    )

  test('has the postmaster on top and its children by what they are for', () => {
    const tree = buildProcessTree([
      of(5, 9, 'client'),
      of(9, null, 'postmaster'),
      of(12, 9, 'checkpointer'),
      of(11, 9, 'io-worker'),
      of(10, 9, 'io-worker'),
      of(20, 5, 'unknown'),
    ])
    expect(pids(tree)).toEqual([[9, [12, 10, 11, [5, [20]]]]])
  })

  test('loses nobody whose parent is not there', () => {
    expect(pids(buildProcessTree([of(3, 2, 'client')]))).toEqual([3])
  })
})

describe('the history of a console', () => {
  test('has a statement once, the newest first, and no more than fifty', () => {
    expect(rememberStatement(['b', 'a'], 'a')).toEqual(['a', 'b'])
    const many = Array.from({ length: 60 }, (_, index) => String(index))
    expect(rememberStatement(many, 'new')).toHaveLength(50)
  })

  test.each([
    ['select 1', 'select 1'],
    ['\n  select 1\nfrom t', 'select 1 …'],
    [`select '${'x'.repeat(100)}'`, `select '${'x'.repeat(72)} …`],
  ])('%j is known as %s', (statement, known) => {
    expect(firstLine(statement)).toBe(known)
  })
})
