import type { errorsPlayground as english } from '../en/errors-playground.ts'
import type { Translated } from '../translated.ts'

export const errorsPlayground: Translated<typeof english> = {
  'conninfo-not-readable': {
    message: '无法解析 {{name}} 的 primary_conninfo。',
    hint: '请先在备库设置中更正它。',
  },
  'link-needs-agreement': {
    message: '这需要你的同意：它会断开到 {{standby}} 的连接，或改动不是由 PgTandem 建立的文件。',
    hint: '请重新查看计划，并表示同意。',
  },
  'link-needs-tcp': {
    message: '{{upstream}} 只在其套接字上监听，因此无法在它前面插入可调链路。',
    hint: '请让它在 127.0.0.1 上监听（listen_addresses），重启后再试。',
  },
  'link-not-there': {
    message: '{{standby}} 与其上游之间没有可调链路。',
    hint: '请先插入一条链路。',
  },
  'commit-waits': {
    message: '{{primary}} 上的一次提交在 {{seconds}} 秒内没有返回：它等待的同步备库很可能不在线。',
    hint: '该行已在 {{primary}} 中，已不再等待。请恢复备库，或把复制改为异步。',
  },
}
