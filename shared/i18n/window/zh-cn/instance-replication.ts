import type { Translated } from '../../translated.ts'
import type { replication as en } from '../en/instance-replication.ts'

export const replication: Translated<typeof en> = {
  senders: '从它流式复制的备库（pg_stat_replication）',
  nobody: '现在没有备库从此服务器流式复制。',
  'not-asked': '现在未知。',
  receiver: '它自己的流（pg_stat_wal_receiver）',
  'no-receiver': '现在没有 walreceiver：没有 WAL 流向它。',
  lag: '落后上游',
  replayed: '已回放到',
  more: '延迟曲线、复制槽和 WAL 记录的路径：见复制页面',
  columns: {
    application_name: '备库在 primary_conninfo 中给自己起的名字；同步复制以此识别它。',
    state:
      'walsender 的状态：startup、catchup（备库落后，正在接收旧的 WAL）、streaming（已跟上，WAL 一写入就收到）、backup、stopping。',
    sync_state:
      'async：提交不等它。sync：提交要等它。potential：可接替某个 sync 备库。quorum：多个之一，其中若干个应答即可。',
    sent_lsn: '到此处为止的 WAL 已发送给备库。',
    write_lsn: '到此处为止的 WAL 已由备库写入其操作系统。',
    flush_lsn: '到此处为止的 WAL 已安全落在备库的磁盘上。',
    replay_lsn: '到此处为止的 WAL 已回放：备库上的查询看到的就是这些。',
    write_lag:
      '从本地刷盘到备库报告已写入的时间，即 synchronous_commit=remote_write 的代价。没有写入时为空。',
    flush_lag: '到备库报告已落盘的时间，即 synchronous_commit=on 的代价。',
    replay_lag: '到备库报告已回放的时间，即 synchronous_commit=remote_apply 的代价。',
    sync_priority: 'synchronous_standby_names 使用 FIRST 时它的次序；0 表示不同步。',
    usename: '备库登录所用的角色，需要 REPLICATION 权限。',
    client_addr: '备库从哪里连接。',
    pid: '此服务器上的 walsender 进程。',
    backend_start: '备库从何时起连接着。',
    reply_time: '备库最近一次报告进度的时间。',
  },
  'receiver-columns': {
    status: 'walreceiver 的状态；streaming 表示 WAL 一写入就收到。',
    written_lsn: '已接收并写入到此处，还不一定落盘（13 起）。',
    flushed_lsn: '已接收并安全落盘到此处。',
    received_tli: '最近接收内容所属的时间线。',
    latest_end_lsn: '上游最近一次告知的 WAL 末尾。',
  },
}
