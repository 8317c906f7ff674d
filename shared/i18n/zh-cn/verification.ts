import type { verification as en } from '../en/verification.ts'
import type { Translated } from '../translated.ts'

export const verification: Translated<typeof en> = {
  'no-upstream': '{{standby}} 没有从此处已知的任何实例接收流复制。',
  'not-answering': '{{name}} 没有运行或无法查询。',
  'processes-there':
    '{{upstream}} 下的 walsender {{sender}} 为它服务，{{standby}} 下有 walreceiver {{receiver}}。',
  'sender-missing': '{{upstream}} 没有为 {{standby}} 服务的 walsender 进程。',
  'receiver-missing': '{{standby}} 没有 walreceiver 进程。',
  'control-states': 'pg_control 中 {{upstream}} 为 “{{upstreamState}}”，{{standby}} 为 “{{standbyState}}”。',
  'control-states-closed': '当前账户无法读取 pg_control，因此只能由 SQL 得知其角色：{{names}}。',
  'control-states-wrong':
    'pg_control 中 {{upstream}} 为 “{{upstreamState}}”（应为 {{upstreamExpected}}），{{standby}} 为 “{{standbyState}}”（应为 {{standbyExpected}}）。',
  streaming: '{{upstream}} 显示 “{{sending}}”，{{standby}} 显示 “{{receiving}}”，直到 {{lsn}}。',
  'not-streaming':
    '{{upstream}} 显示 “{{sending}}”，{{standby}} 显示 “{{receiving}}”；两边都应为 “streaming”。',
  'row-arrived': '在 {{root}} 的 {{lsn}} 处写入的一行，{{elapsedMs}} 毫秒后在 {{standby}} 上读到。',
  'row-late':
    '在 {{root}} 的 {{lsn}} 处写入的一行，{{seconds}} 秒后仍未到达 {{standby}}；它重放到 {{replayed}}。',
  'row-failed': '无法传送该行：{{reason}}',
  'row-left-behind': '无法在 {{root}} 上删除模式 {{schema}}：{{reason}}',
  'write-refused': '{{standby}} 拒绝了写入：{{message}}（SQLSTATE {{sqlstate}}）。',
  'write-accepted': '{{standby}} 接受了写入，因此它不是备库；该写入已回滚。',
  'write-failed-otherwise': '{{standby}} 因其他原因拒绝了写入：{{message}}',
  'same-identifier': '两边都是 {{identifier}}。',
  'identifiers-differ': '{{upstream}} 为 {{upstreamIdentifier}}，{{standby}} 为 {{standbyIdentifier}}。',
}
