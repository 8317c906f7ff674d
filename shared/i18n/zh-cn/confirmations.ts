import type { Translated } from '../translated.ts'
import type { confirmations as en } from '../en/confirmations.ts'

export const confirmations: Translated<typeof en> = {
  'cuts-connections_one': '这会断开到 {{name}} 的 {{count}} 个连接。',
  'cuts-connections_other': '这会断开到 {{name}} 的 {{count}} 个连接。',
  'touches-foreign-files': '这会修改 {{path}} 中 {{name}} 的文件，它们不是由 PgTandem 创建的。',
  'loses-data': '这会永久删除 {{path}} 中 {{name}} 的数据。',
  'leaves-slot':
    '{{upstream}} 未运行，无法删除其上的复制槽 {{slot}}。它再次启动后会一直为不存在的备库保留 WAL，直到该槽被删除。如果它还能启动，请先启动它。',
  'splits-the-pair':
    '{{primary}} 仍在（或可能仍在）作为主库运行。同时有两个主库时，两边的数据会各自变化，之后必须舍弃其中一个。若仍要提升，请输入 {{name}}。',
  'splits-from-unknown':
    '无从得知 {{name}} 的主库是谁，它可能仍在运行。同时有两个主库时，两边的数据会各自变化，之后必须舍弃其中一个。若仍要提升，请输入 {{name}}。',
  'starts-old-primary':
    '{{promoted}} 已被提升，取代了 {{name}}。若两者都作为主库运行，两边的数据会各自变化，之后必须舍弃其中一个。',
  'opens-to-the-world': '来自 {{address}} 的任何人无需密码即可以该规则所列的任意角色连接 {{name}}。',
  'runs-its-commands': '{{name}} 启动后会自行执行以下命令：{{commands}}',
}
