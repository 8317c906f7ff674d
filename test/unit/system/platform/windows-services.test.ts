import iconv from 'iconv-lite'
import { describe, expect, it, test } from 'vitest'
import { parseExcludedRanges } from '../../../../electron/system/platform/excluded-ports.ts'
import { parseIsElevated, parseServiceState } from '../../../../electron/system/platform/windows-services.ts'
import { decodeOutput } from '../../../../electron/system/process/decode-output.ts'

/** As a program on a Chinese Windows writes it. */
const inGbk = (text: string): string =>
  decodeOutput(iconv.encode(text.replaceAll('\n', '\r\n'), 'gbk'), 'win32')

const scQuery = (state: string): string => `
SERVICE_NAME: postgresql-x64-15
        TYPE               : 10  WIN32_OWN_PROCESS
        STATE              : ${state}
                                (STOPPABLE, PAUSABLE, ACCEPTS_SHUTDOWN)
        WIN32_EXIT_CODE    : 0  (0x0)
        SERVICE_EXIT_CODE  : 0  (0x0)
        CHECKPOINT         : 0x0
        WAIT_HINT          : 0x0
`

describe('parseServiceState', () => {
  it.each([
    ['4  RUNNING', 'running'],
    ['1  STOPPED', 'stopped'],
    ['2  START_PENDING', 'starting'],
    ['3  STOP_PENDING', 'stopping'],
    ['7  PAUSED', 'unknown'],
  ])('%s is %s', (state, expected) => {
    expect(parseServiceState(scQuery(state))).toBe(expected)
  })

  it('reads what a Chinese Windows prints', () => {
    const text = inGbk(`
SERVICE_NAME: postgresql-x64-16
        类型               : 10  WIN32_OWN_PROCESS
        状态               : 4  RUNNING
                                (STOPPABLE, PAUSABLE, ACCEPTS_SHUTDOWN)
        WIN32_退出代码     : 0  (0x0)
`)
    expect(parseServiceState(text)).toBe('running')
    const missing = '[SC] EnumQueryServicesStatus:OpenService 失败 1060:\n\n指定的服务未安装。\n'
    expect(parseServiceState(inGbk(missing))).toBe('unknown')
  })
})

const english = `
Protocol tcp Port Exclusion Ranges

Start Port    End Port      
----------    --------      
      5357        5357      
     26843       26942      
     50000       50059     *

* - Administered port exclusions.
`
const chinese = `
协议 tcp 端口排除范围

开始端口    结束端口
----------    --------
      5357        5357
     26843       26942
     50000       50059     *

* - 管理的端口排除。
`

test.each([english, inGbk(chinese)])('the ranges that Windows keeps are read in either language', (text) => {
  expect(parseExcludedRanges(text)).toEqual([
    { first: 5357, last: 5357 },
    { first: 26_843, last: 26_942 },
    { first: 50_000, last: 50_059 },
  ])
})

test('where netsh is missing or refuses, no range is known', () => {
  expect(
    parseExcludedRanges('The following command was not found: int ipv4 show excludedportrange.'),
  ).toEqual([])
  expect(parseExcludedRanges('')).toEqual([])
})

const groups = (level: string): string =>
  [
    '"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"',
    '"BUILTIN\\Administrators","Alias","S-1-5-32-544","Group used for deny only"',
    level,
  ].join('\r\n')

test.each([
  ['"Mandatory Label\\Medium Mandatory Level","Label","S-1-16-8192",""', false],
  ['"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""', true],
  ['"Mandatory Label\\System Mandatory Level","Label","S-1-16-16384",""', true],
  [inGbk('"Mandatory Label\\高强制级别","标签","S-1-16-12288",""'), true],
  [inGbk('"Mandatory Label\\中等强制级别","标签","S-1-16-8192",""'), false],
])('%s: elevated is %s', (level, elevated) => {
  expect(parseIsElevated(groups(level))).toBe(elevated)
})
