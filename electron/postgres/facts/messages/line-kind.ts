import { type LogLine, logFields, logLevels } from '../../../../shared/model/log-line.ts'

type Kind = Exclude<LogLine['kind'], null>

/** As servers with Chinese messages write them; PostgreSQL's zh_CN.po. */
const chinese: Readonly<Record<string, Kind>> = {
  调试: 'DEBUG',
  信息: 'INFO',
  注意: 'NOTICE',
  日志: 'LOG',
  警告: 'WARNING',
  错误: 'ERROR',
  致命错误: 'FATAL',
  比致命错误还过分的错误: 'PANIC',
  详细信息: 'DETAIL',
  提示: 'HINT',
  查询: 'QUERY',
  上下文: 'CONTEXT',
  位置: 'LOCATION',
  语句: 'STATEMENT',
}
const english = new Map<string, Kind>([...logLevels, ...logFields].map((kind) => [kind, kind]))

/** Two spaces follow the colon, whatever log_line_prefix puts before the word; a statement's own lines begin with a tab. */
const kindPattern = new RegExp(
  `^(?!\\t).*?(?<![^\\s\\]:>)|])(${[...english.keys(), ...Object.keys(chinese)].join('|')})[1-5]?: {2}`,
  'u',
)

/** What a line of a server's log is; null where it goes on from the line before, or another program wrote it. */
export function readLineKind(line: string): LogLine['kind'] {
  const word = kindPattern.exec(line)?.[1]
  return word === undefined ? null : (english.get(word) ?? chinese[word] ?? null)
}
