import path from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { isToldPath, misreadPath } from '../../../../electron/system/platform/told-path.ts'

test('what a server of a Chinese Windows tells is known by how it was misread', () => {
  const file = 'D:/教程/data'
  const told = iconv.encode(file, 'cp936').toString('utf8')
  expect(told).toContain('\uFFFD')
  expect(misreadPath(file, 936)).toBe(told)
  expect(misreadPath('D:/数据/data', 936)).not.toBe(told)
  expect(misreadPath(file, undefined)).toBe(file)
})

test('other spellings of a path are that path, another path is not', async () => {
  const file = path.resolve('/srv/main/data')
  expect(await isToldPath('/srv/main/../main/data', file)).toBe(true)
  expect(await isToldPath('/srv/other/data', file)).toBe(false)
})
