import { expect, test } from 'vitest'
import { formatBytes } from '../../../../electron/faces/cli/output/format.ts'
import { formatBar } from '../../../../electron/faces/cli/output/progress.ts'
import { formatTable } from '../../../../electron/faces/cli/output/table.ts'
import { textWidth } from '../../../../electron/faces/cli/output/width.ts'

test('Chinese characters take two columns, combining marks none', () => {
  expect(textWidth('abc')).toBe(3)
  expect(textWidth('主库')).toBe(4)
  expect(textWidth('e\u0301')).toBe(1)
  expect(textWidth('，')).toBe(2)
})

test('columns line up whatever the script, and cells stay on one line', () => {
  const lines = formatTable(
    [{ title: '名称' }, { title: '端口', align: 'right' }, { title: 'S' }],
    [
      ['app', '5432', 'a\nb'],
      ['应用备库', '7', 'c'],
    ],
  )
  expect(lines).toEqual(['名称      端口  S', 'app       5432  a↵b', '应用备库     7  c'])
  expect(new Set(lines.map((line) => textWidth(line.slice(0, line.lastIndexOf('  ')))))).toEqual(
    new Set([14]),
  )
})

test('bytes are told in powers of 1024', () => {
  expect(formatBytes(824)).toBe('824 B')
  expect(formatBytes(1_395_864_371)).toBe('1.3 GB')
  expect(formatBytes(204_800)).toBe('200 kB')
})

test('a bar shows its share, and only bytes where there is no total', () => {
  expect(formatBar(512, 1024)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 50 %  512 B / 1.0 kB`)
  expect(formatBar(2048, 1024)).toContain('100 %')
  expect(formatBar(512, null)).toBe('512 B')
})
