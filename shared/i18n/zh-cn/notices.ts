import type { Translated } from '../translated.ts'
import type { notices as en } from '../en/notices.ts'

export const notices: Translated<typeof en> = {
  'auto-conf-comments':
    '{{setting}} 位于 postgresql.auto.conf 中，将用 ALTER SYSTEM 修改；该文件中的注释会丢失。',
  'restart-needed': '{{settings}} 要在 {{name}} 下次重启后才生效：pgtandem restart {{name}}',
  'archive-off-on-standby': '{{name}} 上已关闭归档：两个服务器共用归档目录会在提升之后互相阻塞。',
  'slot-kept': '{{upstream}} 已不存在，其上的复制槽 {{slot}} 保持原样。',
  'runs-on': '{{name}} 不是由 PgTandem 创建的，会照常继续运行；这里只是不再记录它。',
  'own-command': '{{name}} 会自行执行命令：{{setting}} = {{value}}',
  'old-primary-remembered': '{{name}} 已记为被取代的旧主库：“start --all” 不会启动它。',
}
