import type { Translated } from '../../translated.ts'
import type { processes as en } from '../en/instance-processes.ts'

export const processes: Translated<typeof en> = {
  title_one: '一个进程',
  title_other: '{{count}} 个进程',
  about: '每个实例是一棵独立的树：一个 postmaster 和它启动的进程。一台机器上的两个实例就是两棵树。',
  none: '没有进程。',
  pid: 'pid {{pid}}',
  roles: {
    postmaster: {
      name: 'postmaster（主进程）',
      does: '服务器本身：监听端口，并启动其他所有进程，每个连接一个。',
    },
    startup: { name: 'startup（启动进程）', does: '回放 WAL。在备库上它一直运行：主库的每个改动都经过它。' },
    checkpointer: {
      name: 'checkpointer（检查点进程）',
      does: '每隔几分钟把所有改动过的页写入磁盘，使恢复时要做的事很少。',
    },
    'background-writer': {
      name: 'background writer（后台写进程）',
      does: '一点一点地写出改动过的页，让会话有干净的内存可用。',
    },
    'wal-writer': {
      name: 'walwriter（WAL 写进程）',
      does: '为不等待落盘的事务把 WAL 写入磁盘。备库没有它：备库不写 WAL。',
    },
    'wal-sender': { name: 'walsender（WAL 发送进程）', does: '把 WAL 流式发送给一个备库或一次基础备份。' },
    'wal-receiver': {
      name: 'walreceiver（WAL 接收进程）',
      does: '从上游接收 WAL 并写入磁盘，供启动进程回放。只有备库才有。',
    },
    'wal-summarizer': {
      name: 'walsummarizer（WAL 汇总进程）',
      does: '记录哪些块改动过，用于增量备份（17 起）。',
    },
    archiver: { name: 'archiver（归档进程）', does: '用 archive_command 把写满的 WAL 文件复制走。' },
    autovacuum: {
      name: 'autovacuum（自动清理）',
      does: '清理死行并刷新统计信息。备库没有它：主库替双方做了。',
    },
    logger: { name: 'logger（日志进程）', does: '收集所有进程的输出并写入日志文件。' },
    'stats-collector': { name: 'stats collector（统计收集进程）', does: '收集活动统计信息（14 及以前）。' },
    'logical-replication': {
      name: 'logical replication（逻辑复制）',
      does: '启动和运行逻辑复制的订阅；没有订阅时空闲。',
    },
    'slot-sync': {
      name: 'slotsync（复制槽同步）',
      does: '把逻辑复制槽从主库同步到此备库（17 起）。',
    },
    'io-worker': { name: 'io worker（I/O 进程）', does: '替其他进程读写文件（18 起）。' },
    'background-worker': { name: 'background worker（后台工作进程）', does: '为扩展或并行查询工作。' },
    client: { name: 'session（会话）', does: '服务于客户端的一个连接。' },
    unknown: {
      name: 'postgres',
      does: '它的进程之一；在 Windows 上进程没有名称，而服务器又无法查询。',
    },
  },
}
