import type { Translated } from '../translated.ts'
import type { diagnosisFindings as en } from '../en/findings-diagnosis.ts'

export const diagnosisFindings: Translated<typeof en> = {
  'standby-not-streaming': {
    message: '{{name}} 没有从 {{upstream}} 收到 WAL。',
    hint: '请确认 {{upstream}} 正在运行，并查看 {{name}} 的日志。',
  },
  'upstream-not-running': {
    message: '{{name}} 收不到 WAL，因为它的上游 {{upstream}} 没有运行。',
    hint: '启动 {{upstream}}，{{name}} 随后会自行重新连接。',
  },
  'link-lets-nothing-through': {
    message: '从 {{upstream}} 到 {{name}} 的可调链路没有让 WAL 通过。',
    hint: '请在演练场恢复链路，或将其移除。',
  },
  'standby-without-upstream': {
    message: '{{name}} 是备库，但没有上游：不从任何实例接收流复制。',
    hint: '如果要跟随某个主库，请设置 primary_conninfo。',
  },
  'slot-holds-wal': {
    message: '{{name}} 的复制槽 {{slot}} 无人使用，却保留了 {{gigabytes}} GB 的 WAL。',
    hint: '请启动对应的备库，或将该备库连同复制槽一起移除。',
  },
  'slot-lost': {
    message: '{{name}} 的复制槽 {{slot}} 所保留的 WAL 已不存在，对应的备库无法再追上。',
    hint: '请用 “pgtandem reclone” 重新制作该备库。',
  },
  'replay-paused': {
    message: '{{name}} 的重放已暂停：它仍接收变更，但不会显示出来。',
    hint: '用 “pgtandem resume {{name}}” 继续。',
  },
  'synchronous-standby-gone': {
    message_zero: '{{name}} 的同步备库（{{names}}）都不在：下一次提交将会挂起。',
    message_one: '{{name}} 的同步备库（{{names}}）都不在：提交被挂起，有 {{count}} 个会话在等待。',
    message_other: '{{name}} 的同步备库（{{names}}）都不在：提交被挂起，有 {{count}} 个会话在等待。',
    hint: '请启动该备库，或用 “pgtandem synchronous … off” 把它改为异步；等待中的数据在 {{name}} 上是安全的。',
  },
  'archiver-failing': {
    message_one: '{{name}} 归档 {{wal}} 失败（至今 {{count}} 次），WAL 正在堆积。',
    message_other: '{{name}} 归档 {{wal}} 失败（至今 {{count}} 次），WAL 正在堆积。',
    hint: '请手工运行 archive_command 查明原因；每个实例都需要自己的归档目录。',
  },
  'tablespace-shared': {
    message: '{{name}} 与 {{other}} 写入同一个目录 {{dir}}：双方的数据都会被破坏。',
    hint: '请立即停止 {{name}}。在主库上删除该表空间，或重新制作备库，使其拥有自己的目录。',
  },
  'port-differs': {
    message: '{{name}} 正在监听端口 {{port}}，但配置文件写的是 {{configured}}。',
    hint: '下次启动会使用 {{configured}}；如非本意，请改回。',
  },
  'restart-pending': {
    message: '{{name}} 有设置要重启后才生效：{{settings}}。',
    hint: '请在可以断开连接时重启它。',
  },
  'superseded-primary': {
    message: '{{successor}} 已被提升，取代了 {{name}}。',
    hint: '让它保持停止，或让它成为 {{successor}} 的备库：pgtandem reclone {{name}} --from {{successor}}',
  },
  'upstream-superseded': {
    message: '{{name}} 是 {{upstream}} 的备库，而 {{successor}} 已被提升，取代了 {{upstream}}。',
    hint: '让它成为 {{successor}} 的备库：pgtandem reclone {{name}} --from {{successor}}',
  },
  'superseded-primary-runs': {
    message: '{{successor}} 已被提升取代 {{name}}，但 {{name}} 仍在运行：现在有两个主库。',
    hint: '请停止 {{name}}：写入它的数据不会到达 {{successor}}。',
  },
  'control-file-damaged': {
    message: '{{name}} 的控制文件（global/pg_control）缺失或已损坏，无法启动。',
    hint: '请从备份恢复其数据目录，并检查磁盘。',
  },
  'standby-control-file-damaged': {
    message: '{{name}} 的控制文件（global/pg_control）缺失或已损坏，无法启动。',
    hint: '重新制作该备库：pgtandem reclone {{name}}',
  },
  'server-crashed': {
    message: '{{name}} 没有运行：它没有正常关闭就结束了。',
    hint: '请启动它，它会自行恢复。日志中有发生的经过。',
  },
  'data-directory-missing': {
    message: '{{name}} 的数据目录不存在：{{dataDir}}。',
    hint: '请恢复该目录，或用 “pgtandem remove {{name}}” 把 {{name}} 从列表中移除。',
  },
  'disk-nearly-full': {
    message: '{{name}} 的数据所在磁盘（{{dataDir}}）只剩 {{megabytes}} MB。',
    hint: '请腾出空间：无法写入的服务器会停止。',
  },
  'wal-level-minimal': {
    message: '{{name}} 的 wal_level 是 minimal，任何备库都无法跟随它。',
    hint: '请把它设为 replica 并重启 {{name}}。',
  },
  'password-refused': {
    message: '{{name}} 正在运行，但不接受已知的密码，因此能了解到的很少。',
    hint: '提供正确的密码：pgtandem adopt {{name}} --data DIR',
  },
  'no-hba-entry': {
    message: '{{name}} 正在运行，但 pg_hba.conf 中没有允许我们连接的行，因此能了解到的很少。',
    hint: '请用 “pgtandem hba {{name}} add …” 添加一行。',
  },
  'connections-exhausted': {
    message: '{{name}} 的连接已全部占用，无法查询。',
    hint: '请关闭一些连接，或调大 max_connections 后重启。',
  },
  'link-left-behind': {
    message: '{{name}} 通过端口 {{port}} 上的可调链路接收 WAL，而建立该链路的程序已经退出：WAL 无法到达。',
    hint: '请移除该链路：之后它会重新直接从 {{upstream}} 接收 WAL。',
  },
  'no-answer': {
    message: '{{name}} 正在运行，但无法查询（{{reason}}），因此能了解到的很少。',
    hint: '请用 “pgtandem logs {{name}}” 查看日志。',
  },
}
