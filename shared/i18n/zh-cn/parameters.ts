import type { Translated } from '../translated.ts'
import type { parameters as en } from '../en/parameters.ts'

export const parameters: Translated<typeof en> = {
  name: '名称须以小写字母开头，其后最多 40 个 a-z 0-9 _ -，且不能是 Windows 设备名或 constructor',
  port: '端口须为 1 到 65535 的数字',
  path: '需要绝对路径',
  'setting-name': '这不是参数名',
  'one-line': '取值须为单行',
  duration: '需要时长，例如 30s 或 5min',
  timeline: '应为 latest、current 或时间线编号',
  'application-name': '最多 63 个可打印字符，不含空格',
  locale: '需要区域名，例如 C 或 zh_CN.UTF-8',
  missing: '缺少此项',
  invalid: '取值不符合要求',
}
