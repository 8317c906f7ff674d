import type { Translated } from '../translated.ts'
import type { notices as en } from '../en/notices.ts'

export const notices: Translated<typeof en> = {
  'auto-conf-comments':
    '{{setting}} 位于 postgresql.auto.conf 中，将用 ALTER SYSTEM 修改；该文件中的注释会丢失。',
  'restart-needed': '{{settings}} 要在 {{name}} 下次重启后才生效：pgtandem restart {{name}}',
  'reload-needed': '{{file}} 中的改动在重新加载 {{name}} 后生效：pgtandem reload {{name}}',
  'archive-off-on-standby': '{{name}} 上已关闭归档：两个服务器共用归档目录会在提升之后互相阻塞。',
  'shared-includes':
    '{{name}} 会继续与 {{source}} 读取同一批文件，因为 postgresql.conf 用绝对路径包含了它们：{{files}}。其中的改动对两者都生效。',
  'slot-kept': '{{upstream}} 已不存在，其上的复制槽 {{slot}} 保持原样。',
  'slot-stays':
    '{{upstream}} 未运行，无法删除其上的复制槽 {{slot}}。若以后再启动它，请删除该槽：它会为不存在的备库保留 WAL。',
  'slot-waits':
    '{{name}} 不是由 PgTandem 创建的，这里只是不再登记它：{{upstream}} 上的复制槽 {{slot}} 会继续为它保留 WAL。若不再启动 {{name}}，请删除该槽。',
  'synchronous-name-stays':
    '现在无法修改 {{upstream}} 的 synchronous_standby_names。如果其中有 {{applicationName}}，请在再次使用 {{upstream}} 之前将其去掉：否则那里的提交会等待一个已不存在的备库。',
  'standbys-may-lack-wal':
    '{{name}} 的新副本既没有旧副本的复制槽（会重新创建），也没有基础备份之前的 WAL，而 {{standbys}} 可能还需要这些 WAL。结束之前会检查正在运行的备库是否恢复流复制；没有恢复的请重新制作：pgtandem reclone 名称',
  'standby-left-behind':
    '{{standby}} 没有重新从 {{upstream}} 流复制：{{reason}} – 若一直如此，请重新制作它的副本：pgtandem reclone {{standby}}',
  'standby-names-old-port':
    '{{standby}} 仍通过端口 {{old}} 连接 {{name}}。{{name}} 重启后，请把它的 primary_conninfo 中的端口改为 port={{port}}：pgtandem recovery {{standby}} set primary_conninfo=…',
  'data-stays':
    '{{name}} 的数据保留在 {{path}} 中。之后若要重新接管：pgtandem adopt {{name}} --data "{{path}}"',
  'folder-stays': '不会删除 {{path}}：{{other}} 的数据在其中。',
  'tablespaces-kept':
    '{{name}} 在数据目录之外的表空间中写入的内容不会被删除，因为另一个服务器可能在使用同一批文件：{{paths}} 中的 {{folders}}。确认没有服务器使用之后，请手动删除。',
  'runs-on': '{{name}} 不是由 PgTandem 创建的，会照常继续运行；这里只是不再登记它。',
  'own-command': '{{name}} 会自行执行命令：{{setting}} = {{value}}',
  'old-primary-remembered': '{{name}} 已记为被取代的旧主库：“start --all” 不会启动它。',
  'commits-will-hang':
    '{{upstream}} 上的提交要等待 {{name}}。它停止期间，那里的每次写入都会挂起，直到它重新运行或改为异步。',
  'path-on-share': '{{path}} 位于网络共享上。PostgreSQL 无法依赖共享对写入和锁定的答复；使用本地磁盘更安全。',
  'path-in-cloud-folder':
    '{{path}} 位于 {{folder}} 中，服务器写入时云服务会同时复制它，可能占住文件并占满云端空间；使用该文件夹以外的位置更安全。',
  'path-long':
    '{{path}} 有 {{length}} 个字符。Windows 最多接受 259 个，服务器自己的文件名还需要余地：超过 {{limit}} 个时可能无法创建文件。使用更短的路径更安全。',
  'password-stored': '已保存 {{name}} 上 {{user}} 的密码。',
}
