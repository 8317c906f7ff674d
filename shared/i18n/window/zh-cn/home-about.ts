import type { Translated } from '../../translated.ts'
import type { aboutReplication as en } from '../en/home-about.ts'

export const aboutReplication: Translated<typeof en> = {
  title: '关于复制',
  lead: '两个服务器，数据相同，后者始终只比前者慢一拍。这里说明 PostgreSQL 是怎样做到的，以及每个词的意思。',
  'drawing-label':
    '示意图：一个应用程序写入主库；主库写 WAL；复制槽保留 WAL；WAL 以流的方式传到备库，备库回放它；另一个应用程序从备库读取。',
  drawing: {
    writes: '读和写',
    reads: '只读',
    primary: '主库',
    standby: '备库',
    wal: 'WAL',
    slot: '复制槽',
    streaming: '流复制',
    replay: '回放',
    data: '数据',
  },
  primary: {
    title: '主库',
    body: '应用程序写入的服务器。一对之中只有一个主库。较早的资料称之为“master”。',
  },
  wal: {
    title: 'WAL（预写式日志）',
    body: '主库在改动表之前，先把改动记入一份日志：WAL。日志中的这条记录安全写入磁盘后，改动才算提交。日志中的位置称为 LSN。',
  },
  standby: {
    title: '备库（从库）',
    body: '第二个服务器。它起初是主库文件的一份副本（基础备份），此后执行了 WAL 中的每一项改动。较早的资料称之为“slave”或“replica”。它能在数秒内接替主库。',
  },
  streaming: {
    title: '流复制',
    body: '备库与主库保持连接，主库一写出 WAL 就发送过去。备库落后多少称为延迟：以尚未回放的 WAL 字节数和秒数计。异步：主库不等待备库。同步：备库也收到之后，提交才返回。',
  },
  'read-only': {
    title: '只读',
    body: '备库在跟随的同时可以应答查询（热备），但拒绝一切写入：“cannot execute INSERT in a read-only transaction”。报表和读写分离正是利用这一点。',
  },
  slot: {
    title: '复制槽',
    body: '主库会丢弃旧的 WAL。复制槽记录备库进行到哪里，使主库保留该备库仍然需要的部分，即使备库没有运行。如果备库再也不回来，它的复制槽会占满磁盘，所以 PgTandem 设置了上限。',
  },
  promotion: {
    title: '提升',
    body: '当主库不在了，或者要把它的工作移走时，就提升备库：它不再跟随，开始接受写入，并开始一条新的时间线，也就是新的历史。旧的主库不能再使用：它已被取代，只能作为重新创建的备库回来。',
  },
  'not-a-backup': {
    title: '备库不是什么',
    body: '备库不是备份：在主库上删除的表，片刻之后在备库上也被删除。请另外保留备份。',
  },
  do: {
    title: '动手试试',
    pair: '创建主库和备库',
    playground: '在演练场中观看',
    create: '创建主库……',
    standby: '创建备库……',
    replication: '查看实时复制',
    promote: '提升 {{name}}……',
    home: '回到主页',
  },
}
