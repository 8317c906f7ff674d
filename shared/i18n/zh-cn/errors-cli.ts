import type { errorsCli as en } from '../en/errors-cli.ts'
import type { Translated } from '../translated.ts'

export const errorsCli: Translated<typeof en> = {
  'unknown-command': { message: '没有命令 {{command}}。', hint: '列出命令：pgtandem --help' },
  'unknown-command-similar': {
    message: '没有命令 {{command}}。',
    hint: '您是不是要找：pgtandem {{suggestion}}',
  },
  'unknown-option': { message: '此命令没有选项 {{option}}。', hint: '请看帮助：{{help}}' },
  'unknown-action': { message: '这里不认识 {{action}}。', hint: '请使用其中之一：{{known}}' },
  'missing-argument': {
    message: '缺少 {{argument}}。',
    hint: '请看帮助中的示例：{{help}}',
  },
  'excess-arguments': {
    message: '多出了此命令不接受的内容：{{argument}}。',
    hint: '请看帮助：{{help}}；含空格的值需要加引号。',
  },
  'option-needs-value': { message: '{{option}} 需要一个值。', hint: '请看帮助：{{help}}' },
  'bad-option-value': {
    message: '{{option}} 不接受 {{value}}。',
    hint: '它需要一个整数。请看帮助：{{help}}',
  },
  'not-a-choice': { message: '{{option}} 不接受 {{value}}。', hint: '可选值：{{allowed}}' },
  'bad-usage': { message: '无法理解：{{problem}}', hint: '请看：{{help}}' },
  'options-conflict': { message: '{{first}} 和 {{second}} 不能同时使用。', hint: '请去掉其中一个。' },
  'not-a-setting': { message: '{{text}} 不是设置。', hint: '请写成 名称=值。' },
  'confirmation-required': {
    message: '这需要您的同意。{{what}}',
    hint: '未做任何改动。加上 --yes 表示同意，或在终端中运行以便询问。',
  },
  'file-not-readable': {
    message: '无法读取文件 {{path}}：{{reason}}',
    hint: '请检查文件名，以及此账户是否有权读取。',
  },
  'setting-not-in-files': {
    message: '{{name}} 的文件中没有设置 {{setting}}，且无法向服务器询问默认值。',
    hint: '请启动它：pgtandem start {{name}}',
  },
}
