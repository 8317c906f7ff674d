import type { Translated } from '../translated.ts'
import type { errorsSystem as en } from '../en/errors-system.ts'

export const errorsSystem: Translated<typeof en> = {
  'program-failed': {
    message: '{{program}} 失败，退出码 {{exitCode}}：{{lastLine}}',
    hint: '请查看详细信息中列出的日志，排除原因后重新执行该命令。',
  },
  cancelled: { message: '已取消。', hint: '不会再执行任何步骤。准备好后可重新运行该命令。' },
}
