import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { effectiveSettings } from '../../../../../electron/postgres/facts/conf/effective.ts'

const dir = path.resolve('/data')
const main = path.join(dir, 'postgresql.conf')
const auto = path.join(dir, 'postgresql.auto.conf')

function effective(texts: Readonly<Record<string, string>>): ReturnType<typeof effectiveSettings> {
  const files = new Map(Object.entries(texts).map(([name, text]) => [path.join(dir, name), text]))
  const list = (folder: string): string[] | undefined => {
    const names = [...files.keys()]
      .filter((file) => path.dirname(file) === folder)
      .map((file) => path.basename(file))
    return names.length === 0 ? undefined : names
  }
  return effectiveSettings({ main, read: (file) => files.get(file), list }, auto)
}

describe('settings of all files', () => {
  it('come from the last line that gives them, auto.conf last of all', () => {
    const { settings, problems } = effective({
      'postgresql.conf': "port = 1\ninclude 'sub/a.conf'\nwork_mem = 1MB\ninclude_if_exists 'none.conf'\n",
      'sub/a.conf': "Port = 2\nwork_mem = 2MB\ninclude 'b.conf'\n",
      'sub/b.conf': '\ncluster_name = b\n',
      'postgresql.auto.conf': "# do not edit\ncluster_name = 'auto'\n",
    })
    expect(problems).toEqual([])
    expect(Object.fromEntries(settings)).toEqual({
      port: { value: '2', file: path.join(dir, 'sub/a.conf'), line: 1, source: 'file', beneath: '1' },
      work_mem: { value: '1MB', file: main, line: 3, source: 'file', beneath: '2MB' },
      cluster_name: { value: 'auto', file: auto, line: 2, source: 'auto', beneath: 'b' },
    })
  })

  it('know what would count without the file that gives them, however often that does', () => {
    const { settings } = effective({
      'postgresql.conf': "port = 1\nwork_mem = 1MB\nwork_mem = 2MB\ninclude 'a.conf'\nport = 3\nport = 4\n",
      'a.conf': 'port = 2\n',
    })
    expect(settings.get('port')).toMatchObject({ value: '4', beneath: '2' })
    expect(settings.get('work_mem')).not.toHaveProperty('beneath')
  })

  it('take from a folder the .conf files that are not hidden, in byte order', () => {
    const { settings } = effective({
      'postgresql.conf': "include_dir 'conf.d'",
      'conf.d/b.conf': 'port = 2',
      'conf.d/B.conf': 'port = 3\na = B',
      'conf.d/.z.conf': 'port = 4',
      'conf.d/.conf': 'port = 6',
      'conf.d/z.conf.bak': 'port = 5',
    })
    expect(settings.get('port')?.value).toBe('2')
    expect(settings.get('a')?.value).toBe('B')
  })

  it('name what is included by an absolute path, there or not, and what is reached from there', () => {
    const { absoluteIncludes, settings } = effective({
      'postgresql.conf': `include 'near.conf'\ninclude '${dir}/far.conf'\ninclude_if_exists '${dir}/none.conf'\ninclude_dir '${dir}/far.d'`,
      'near.conf': "work_mem = 1MB\ninclude 'near2.conf'",
      'near2.conf': '',
      'far.conf': "include 'sub/deep.conf'",
      'sub/deep.conf': 'port = 7',
      'far.d/a.conf': 'port = 8',
    })
    const named = ['far.conf', 'sub/deep.conf', 'none.conf', 'far.d'].map((name) => path.join(dir, name))
    expect(absoluteIncludes).toEqual(named)
    expect(settings.get('port')?.value).toBe('8')
  })

  it('report what makes the server refuse the files, and go on', () => {
    const { settings, problems } = effective({
      'postgresql.conf':
        "a = = 1\nport = 1\ninclude 'none.conf'\ninclude_dir 'none.d'\ninclude 'loop.conf'\ninclude ''\n",
      'loop.conf': "b = 2\ninclude 'postgresql.conf'\nc = 3",
    })
    expect(problems.map(({ kind, file, line }) => [kind, path.basename(file), line])).toEqual([
      ['broken-line', 'postgresql.conf', 1],
      ['unreadable-file', 'postgresql.conf', 3],
      ['unreadable-file', 'postgresql.conf', 4],
      ['includes-too-deep', 'loop.conf', 2],
      ['unreadable-file', 'postgresql.conf', 6],
    ])
    expect([...settings.keys()]).toEqual(['port', 'b', 'c'])
    expect(problems[0]?.text).toBe('a = = 1')
  })

  it('are read ten includes deep and no deeper', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 13 }, (_, depth) => [
        `${String(depth)}.conf`,
        `d${String(depth)} = 1\ninclude '${String(depth + 1)}.conf'`,
      ]),
    )
    const { settings, problems } = effective({ ...texts, 'postgresql.conf': "include '1.conf'\n" })
    expect([...settings.keys()].at(-1)).toBe('d10')
    expect(problems.map(({ kind, line }) => [kind, line])).toEqual([['includes-too-deep', 2]])
  })

  it('of a missing postgresql.conf are a problem, not an exception', () => {
    expect(effective({}).problems).toEqual([{ kind: 'unreadable-file', file: main, line: 0, text: main }])
  })
})
