import type { Translated } from '../../translated.ts'
import type { replication as en } from '../en/replication.ts'

export const replication: Translated<typeof en> = {
  title: '复制',
  lead: '每个改动都先写入上游的 WAL，然后发送给各个备库，由备库写入、刷盘并回放。',
  looking: '正在查看您的服务器……',
  upstream: '上游',
  members: '参与的实例',
  'another-standby': '再创建一个备库……',
  'upstream-away': '它的备库现在收不到任何内容；这里显示的是已知的情况。',
  empty: {
    title: '没有可显示的流',
    none: '还没有任何实例拥有备库。请在主页创建主库和备库，只需一分钟。',
    gone: '没有名为 {{name}} 的实例，它可能已被移除或改名。',
    alone: '还没有谁跟随 {{name}}。有了备库，这里就有内容可看。',
    adrift: '{{name}} 是 {{upstream}} 的备库，但 PgTandem 不认识这个上游，或者现在看不到它。',
    superseded:
      '{{successor}} 已被提升，取代了 {{name}}。从那以后两者的历史不同：原来跟随 {{name}} 的，应改为跟随 {{successor}}。',
    'make-standby': '创建 {{name}} 的备库……',
    about: '什么是复制？',
  },
  way: {
    title: '一条 WAL 记录的路径',
    about: '每一站都显示 WAL 到达的位置（LSN，即 WAL 中的位置），以及还有多少字节没有到达。',
    nobody: '现在没有谁从它接收 WAL。',
    of: '从 {{upstream}} 到 {{standby}}',
    on: '在 {{name}} 上',
    'up-to-date': '已是最新',
    behind: '还差 {{bytes}}',
    step: '与前一站相差 {{bytes}}',
    'commit-here': '提交等到这里',
    stations: {
      written: '已写入',
      sent: '已发送',
      standbyWritten: '备库已写入',
      standbyFlushed: '已刷盘',
      replayed: '已回放',
    },
    explained: {
      written: '上游 WAL 的末尾：事务一产生记录，记录就在这里。',
      sent: 'sent_lsn：walsender 已把到此处为止的 WAL 交给连接。连接缓慢或中断时，差距出现在此站与下一站之间。',
      standbyWritten:
        'write_lsn：walreceiver 已收到并交给操作系统。备库的服务器崩溃时不会丢失，机器崩溃时则可能丢失。',
      standbyFlushed: 'flush_lsn：已安全落在备库的磁盘上。',
      replayed:
        'replay_lsn：startup 进程已把它应用到数据。备库上的查询能看到此处之前的一切；暂停回放或那里的长查询会使它停在这里。',
    },
  },
  lag: {
    title: '延迟曲线',
    span: '显示',
    spans: { minute: '一分钟', 'ten-minutes': '十分钟', hour: '一小时' },
    bytes: '延迟（WAL 字节）',
    seconds: '延迟（秒）',
    'bytes-help': '上游的 WAL 中备库尚未回放的部分。',
    'seconds-help': '备库所显示的内容在上游是多久以前的状态。没有写入时为 0，无论最后一次改动有多久。',
    summary: '{{name}}：当前 {{now}}，最大 {{most}}。',
    table: '以数字显示',
    'from-to': '时间段',
    'bytes-of': '{{name}}：最多字节',
    'seconds-of': '{{name}}：最长延迟',
    'nothing-yet': '目前还没有数据。',
  },
  synchronous: {
    title: '是否同步，为什么',
    cascade: '此上游本身是备库。提交发生在主库，主库只等自己的备库：级联复制总是异步的。',
    change: '修改 {{name}}……',
    settings: {
      synchronous_standby_names:
        '提交要等待的备库，以 application_name 列出。FIRST n：列表中在线的前 n 个。ANY n：其中任意 n 个（法定数量）。空：不等任何备库。',
      synchronous_commit:
        '提交等到哪一步：off – 什么都不等；local – 等本机落盘；remote_write – 等备库写入；on – 等备库落盘；remote_apply – 等备库上的查询能看到。没有同步备库时，除 off 外都相当于 local。',
    },
    reasons: {
      'nobody-named':
        '异步：synchronous_standby_names 为空，所以 {{upstream}} 上的提交不等任何备库。{{upstream}} 损坏时，最后提交的内容可能丢失。',
      'not-named': '异步：synchronous_standby_names 没有列出 {{name}}，提交不等它，而是等其他备库。',
      potential: '潜在同步：{{name}} 在列表中，但排在别的备库之后。它们之一离开时，{{name}} 立即顶替。',
      sync: '同步：{{upstream}} 上的提交要等 {{name}} 也有了才返回。如果 {{name}} 离开，提交会一直等到它回来。',
      quorum:
        '作为法定数量之一同步：列出的备库中有足够多个收到后，{{upstream}} 上的提交才返回；{{name}} 是其中之一。',
      'commit-does-not-wait':
        '它被列为同步备库，但 synchronous_commit 规定提交不必等待备库。会话可以为自己另行设置。',
      away: '它现在没有流式复制，也没有提交等它。',
      'away-and-awaited':
        '它现在没有流式复制。如果 synchronous_standby_names 包括它，又没有其他备库可以顶替，{{upstream}} 上的提交会一直等到它回来。',
      unknown: '未知：现在无法查询 {{upstream}}。',
    },
  },
  views: {
    title: '双方的说法：{{name}}',
    about:
      '上游给出它从备库听到的情况（pg_stat_replication），备库给出它自己知道的情况（pg_stat_wal_receiver）。两边都应显示 streaming。',
    what: '项目',
    there: '{{name}}（上游）的说法',
    here: '{{name}} 自己的说法',
    rows: {
      status: '状态',
      process: '进程',
      written: '已写入',
      flushed: '已刷盘',
      replayed: '已回放',
      end: 'WAL 末尾',
      timeline: '时间线',
      'last-message': '最近一次消息',
      address: '对端',
      slot: '复制槽',
    },
    help: {
      status:
        '上游一侧是 walsender：startup（正在连接）、catchup（正在发送旧的 WAL）、streaming（已跟上）。备库一侧是 walreceiver：starting、streaming、waiting、restarting、stopping。',
      process: '上游的 walsender 和备库的 walreceiver 的进程号：ps 显示的就是这两个。',
      written:
        '上游的 write_lsn，备库的 written_lsn（13 起）。备库最迟每隔 wal_receiver_status_interval 报告一次，所以它自己的说法更新。',
      flushed: '上游的 flush_lsn，备库的 flushed_lsn：已安全落在备库的磁盘上。',
      replayed: '上游的 replay_lsn，备库的 pg_last_wal_replay_lsn()：备库上的查询看到的就是这些。',
      end: '上游一侧是它自己的 WAL 末尾，备库一侧是上游最近告知的末尾（latest_end_lsn）。',
      timeline: '历史的分支。两边必须在同一条上；每次提升都会开始一条编号加一的新时间线。',
      'last-message': '上游一侧是备库最近一次回复，备库一侧是上游最近一次消息。',
      address: '备库从哪里连来，以及它连接到哪里。经过演练场的可调链路时，显示的是链路的端口。',
      slot: '上游为此备库保留 WAL 的复制槽。',
    },
  },
  slots: {
    title: '复制槽',
    about: '复制槽使上游保留 WAL，直到备库收到为止，备库关闭期间也一样。没有人读取的复制槽会占满磁盘。',
    none: '没有复制槽。备库关闭期间，它还需要的 WAL 可能会被回收。',
    yes: '是',
    no: '否',
    nobody: '没有 PgTandem 认识的备库',
    'no-limit': '没有限制：复制槽可能占满磁盘',
    columns: {
      slot_name: 'slot_name',
      'used-by': '备库',
      active: 'active',
      restart_lsn: 'restart_lsn',
      held: '保留的 WAL',
      wal_status: 'wal_status',
      safe_wal_size: 'safe_wal_size',
    },
    help: {
      slot_name: '复制槽的名称；备库用 primary_slot_name 指定它。',
      'used-by': '通过它接收 WAL 的实例。',
      active: '现在是否有备库通过它连接。',
      restart_lsn: '备库可能还需要的最早的 WAL；从这里起的内容都不会被回收。',
      held: '从 restart_lsn 到 WAL 末尾的量。',
      wal_status:
        'reserved：在 max_wal_size 之内。extended：超出但仍保留。unreserved：即将被回收。lost：已丢失，备库无法再跟上（13 起）。',
      safe_wal_size: '还可以写入多少才会丢失；没有限制时为空（13 起）。',
      limit: '复制槽最多可以保留的 WAL。超过后放弃该复制槽，以免占满磁盘（13 起）。',
    },
    warnings: {
      lost: '复制槽 {{slot}} 已丢失备库需要的 WAL，备库无法再跟上（{{standby}}）。请重新制作它的副本。',
      unreserved:
        '复制槽 {{slot}} 已超过限制：它保留的 WAL 会在下一个检查点被回收。请立即启动其备库（{{standby}}）。',
      'nearly-lost':
        '复制槽 {{slot}} 接近限制，而且没有人读取。请启动其备库（{{standby}}），或删除该复制槽。',
      'fills-disk':
        '没有人读取复制槽 {{slot}}，它保留了 {{held}} 的 WAL，每次改动都会增加。请启动其备库（{{standby}}），或删除该复制槽。',
      idle: '现在没有人读取复制槽 {{slot}}（{{standby}}）。它保留了 {{held}} 的 WAL，每次改动都会增加。',
    },
  },
}
