import type { errorsWindow as english } from '../en/errors-window.ts'
import type { Translated } from '../translated.ts'

export const errorsWindow: Translated<typeof english> = {
  'invalid-request': {
    message: '本程序不认识请求 {{request}}。',
    hint: '请重新加载页面：它可能来自本程序的另一个版本。',
  },
  'too-many-requests': {
    message: '此页面已有 {{most}} 个未结束的请求，不能再多。',
    hint: '请重新加载页面。',
  },
  'plan-forgotten': { message: '这个计划太旧，不能再执行。', hint: '请重新查看计划，然后执行。' },
  'not-on-the-web': {
    message: '浏览器做不到这件事。',
    hint: '请复制路径自行打开，或者使用桌面程序。',
  },
  'path-not-ours': {
    message: '{{path}} 不属于任何实例，也不属于本程序。',
    hint: '请在文件管理器中打开。',
  },
  'path-not-opened': {
    message: '系统无法打开 {{path}}：{{reason}}',
    hint: '请在文件管理器中打开它。',
  },
  'not-served': {
    message: '目前没有为此主目录提供页面。',
    hint: '请启动它：pgtandem serve',
  },
  'page-not-built': {
    message: '缺少页面：{{path}} 不存在。',
    hint: '请用 “npm run build” 构建，或重新安装 PgTandem。',
  },
}
