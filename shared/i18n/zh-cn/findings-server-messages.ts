import type { serverMessages as en } from '../en/findings-server-messages.ts'
import type { Translated } from '../translated.ts'

export const serverMessages: Translated<typeof en> = {
  'primary-wal-level-too-low': {
    message: '主库写 WAL 时 wal_level 低于 {{level}}，热备库无法运行。',
    hint: '在主库把 wal_level 设为 replica，重启主库，然后重新克隆备库。',
  },
  'wal-was-minimal': {
    message: '遇到以 wal_level=minimal 写成的 WAL：这里可能缺少更改。',
    hint: '让主库的 wal_level 保持为 replica，并重新克隆此备库。',
  },
  'standby-setting-below-primary': {
    message: '此处 {{name}} = {{value}}，低于主库的 {{required}}。',
    hint: '在备库把 {{name}} 至少设为 {{required}} 并重启。',
  },
  'standby-settings-insufficient': {
    message: '备库的某个设置低于主库，无法继续回放。',
    hint: '日志下一行写明是哪个设置；在备库调高它并重启。',
  },
  'wal-segment-removed': {
    message: '上游已删除备库仍需要的 WAL 段 {{segment}}。',
    hint: '重新克隆备库；使用复制槽可避免此情况。',
  },
  'slot-missing': {
    message: '上游不存在复制槽 {{slot}}。',
    hint: '在上游创建该复制槽，或在备库清除 primary_slot_name。',
  },
  'slot-in-use': {
    message: '复制槽 {{slot}} 已被进程 {{pid}} 使用。',
    hint: '让每个备库使用自己的复制槽；复制来的配置常常写着同一个。',
  },
  'slots-exhausted': {
    message: '所有复制槽都已被占用。',
    hint: '删除无人使用的复制槽，或调高 max_replication_slots 并重启。',
  },
  'slots-disabled': {
    message: '复制槽未启用：max_replication_slots 为 0。',
    hint: '设置 max_replication_slots 并重启服务器。',
  },
  'slot-invalidated': {
    message: '一个复制槽已失效，因为它所需的 WAL 不再保留。',
    hint: '用新的复制槽重新克隆备库；磁盘有空间时可调高 max_slot_wal_keep_size。',
  },
  'wal-senders-exhausted': {
    message: '上游不再接受备库：{{limit}} 个 WAL 发送进程已全部占用。',
    hint: '在上游调高 max_wal_senders 并重启。',
  },
  'hba-refuses-replication': {
    message: '上游的 pg_hba.conf 不允许用户 {{user}} 从 {{host}} 复制。',
    hint: '在 pg_hba.conf 为该用户和地址添加 replication 行并重新加载。',
  },
  'hba-refuses-connection': {
    message: 'pg_hba.conf 拒绝用户 {{user}} 从 {{host}} 连接数据库 {{database}}。',
    hint: '在 pg_hba.conf 为该用户、数据库和地址添加一行并重新加载。',
  },
  'password-wrong': {
    message: '用户 {{user}} 的密码未被接受。',
    hint: '检查密码，以及 pg_hba.conf 的认证方法是否与密码的存储方式相符。',
  },
  'password-missing': {
    message: '服务器要求密码，但没有提供。',
    hint: '把密码写入 pgpass 文件，并在 primary_conninfo 中以 passfile 指明。',
  },
  'role-lacks-replication': {
    message: '该角色没有 REPLICATION 属性，不能复制。',
    hint: '在主库执行 ALTER ROLE … REPLICATION。',
  },
  'system-identifier-differs': {
    message: '备库不是此主库的副本：两者的系统标识符不同。',
    hint: '让备库指向自己的主库，或从此主库重新克隆。',
  },
  'primary-timeline-behind': {
    message: '上游处于时间线 {{primaryTimeline}}，落后于备库的时间线 {{timeline}}。',
    hint: '备库指向了旧主库：请指向当前主库，或重新克隆。',
  },
  'start-point-not-in-history': {
    message: '备库的 WAL 不在上游的历史中：两者已分叉。',
    hint: '对备库执行 pg_rewind，或重新克隆。',
  },
  'timeline-diverged': {
    message:
      '此服务器在 {{lsn}} 处偏离了当前历史：它仍在时间线 {{current}}，而时间线 {{timeline}} 在此之前已分出。',
    hint: '它看似正常，但不会再有流复制。请执行 pg_rewind 或重新克隆。',
  },
  'timeline-not-a-child': {
    message: '时间线 {{timeline}} 不是此服务器历史的后代。',
    hint: '服务器已分叉：请执行 pg_rewind 或重新克隆。',
  },
  'start-point-ahead': {
    message: '备库位于 {{lsn}}，超前于上游的 {{flushed}}。',
    hint: '等待上游追上，或让备库指向主库。',
  },
  'query-conflicts-with-replay': {
    message: '备库上的查询与回放冲突，已被取消。',
    hint: '对长查询可调高 max_standby_streaming_delay 或启用 hot_standby_feedback。',
  },
  'synchronous-wait-cancelled': {
    message: '一次提交不再等待同步备库；数据只在主库上是安全的。',
    hint: '让同步备库恢复运行，或将其改为异步。',
  },
  'write-refused': {
    message: '{{command}} 被拒绝：备库是只读的。',
    hint: '请把写操作发往主库。',
  },
  'primary-unreachable': {
    message: '备库无法连接上游：{{reason}}',
    hint: '检查上游是否运行，以及 primary_conninfo 中的主机和端口；请写 127.0.0.1 而不是 localhost。',
  },
  'checkpoint-record-missing': {
    message: '此副本无法启动：找不到可以开始的检查点。',
    hint: '删除此副本并重新克隆；副本必须带有 backup_label。',
  },
  'backup-without-wal-source': {
    message: '此备份需要的 WAL 不在这里。',
    hint: '提供 standby.signal 和 primary_conninfo，或 restore_command。无论提示怎么写，都不要删除 backup_label。',
  },
  'backup-label-damaged': {
    message: 'backup_label 在备份之后被改动。',
    hint: '按服务器给出的内容重新写入，换行只用 LF。',
  },
  'wal-ends-before-backup-end': {
    message: 'WAL 在备份结束之前中断，副本不可用。',
    hint: '补上备份期间的 WAL，或重新克隆。',
  },
  'wal-ends-before-consistency': {
    message: 'WAL 在副本达到一致之前中断。',
    hint: '补上缺少的 WAL，或重新克隆。',
  },
  'recovery-conf-unsupported': {
    message: '存在 recovery.conf 时此版本不会启动。',
    hint: '把其中的设置移到 postgresql.conf，创建 standby.signal，然后移走该文件。',
  },
  'recovery-setting-unknown': {
    message: 'recovery.conf 中有此版本不认识的设置：{{name}}。',
    hint: '删除它，或改用此版本的名称。',
  },
  'setting-not-boolean': {
    message: '{{name}} 只能是 on 或 off。',
    hint: '请改正该值。',
  },
  'setting-unknown': {
    message: '配置中有此版本不认识的设置：{{name}}。',
    hint: '删除它；它可能来自其他版本。',
  },
  'recovery-without-source': {
    message: '恢复没有设置 WAL 来源。',
    hint: '请设置 primary_conninfo 或 restore_command。',
  },
  'recovery-targets-clash': {
    message: '设置了多个恢复目标。',
    hint: '只保留一个。',
  },
  'recovery-target-not-reached': {
    message: '在到达恢复目标之前 WAL 已结束。',
    hint: '选择更早的目标，或提供更多 WAL。',
  },
  'archive-command-fails': {
    message: '归档失败，WAL 正在堆积。',
    hint: '手动运行该命令查看原因；每个实例都需要自己的归档目录。',
  },
  'archive-command-missing': {
    message: 'archive_mode 已启用，但没有归档命令。',
    hint: '设置 archive_command，或把 archive_mode 设为 off 并重启。',
  },
  'wal-level-clashes': {
    message: 'wal_level 过低，无法归档或支持备库，服务器不能启动。',
    hint: '把 wal_level 设为 replica。',
  },
  'backup-waits-for-archive': {
    message: '备份已等待归档 {{seconds}} 秒。',
    hint: '修复归档；WAL 归档后备份即可结束。',
  },
  'backup-session-mixed-up': {
    message: '结束了未开始的备份，或重复开始了备份。',
    hint: '从备份开始到结束必须保持同一会话；请重新备份。',
  },
  'primary-call-on-standby': {
    message: '在备库上调用了只能在主库使用的函数。',
    hint: '请在主库上调用。',
  },
  'promoted-during-backup': {
    message: '复制期间备库被提升，副本不可用。',
    hint: '从该服务器的新角色重新克隆。',
  },
  'full-page-writes-off': {
    message: '主库曾关闭 full_page_writes，现在无法从备库复制。',
    hint: '启用 full_page_writes，在主库执行 CHECKPOINT，然后重新克隆。',
  },
  'address-not-bound': {
    message: '服务器无法监听某个地址：{{reason}}',
    hint: '端口被其他程序占用或被系统保留。请换一个端口。',
  },
  'port-held': {
    message: '似乎有另一个服务器占用端口 {{port}}。',
    hint: '停止那个服务器，或换一个端口。',
  },
  'no-listening-socket': {
    message: '服务器没有可监听的套接字。',
    hint: '前面的日志行写明原因；最常见的是端口被占用。',
  },
  'data-directory-locked': {
    message: '此数据目录中已有（或似乎有）另一个服务器运行。',
    hint: '请先停止它。只有确认该进程不存在时才可删除 postmaster.pid。',
  },
  'pid-file-empty': {
    message: 'postmaster.pid 为空：某次启动被中断。',
    hint: '确认此处没有服务器运行，然后删除该文件。',
  },
  'shared-memory-in-use': {
    message: '先前服务器的进程仍占用此数据目录。',
    hint: '结束该目录遗留的 postgres 进程，稍候再启动。',
  },
  'data-directory-too-open': {
    message: '其他用户可进入数据目录 {{dataDir}}，服务器拒绝这样运行。',
    hint: '对它执行 chmod 700。',
  },
  'data-directory-wrong-owner': {
    message: '数据目录 {{dataDir}} 属于另一个账户。',
    hint: '以其所有者启动服务器，或更改所有者。',
  },
  'file-held-by-other-program': {
    message: '其他程序（如杀毒或同步软件）占用了服务器的文件。',
    hint: '请把数据目录排除在扫描和同步之外。',
  },
  'file-not-permitted': {
    message: '服务器无权使用 {{file}}。',
    hint: '给运行账户授权；在 Windows 上不要以管理员身份创建数据目录。',
  },
  'started-as-administrator': {
    message: 'PostgreSQL 拒绝以管理员权限运行。',
    hint: '请不要以提升的权限运行。',
  },
  'started-as-root': {
    message: 'PostgreSQL 拒绝以 root 运行。',
    hint: '请以普通账户运行。',
  },
  'restricted-token-failed': {
    message: 'Windows 未能提供受限令牌，服务器未启动。',
    hint: '请以普通用户在沙箱之外运行。',
  },
  'shared-memory-not-reserved': {
    message: '服务器进程无法取得共享内存，多半是杀毒软件所致。',
    hint: '把程序和数据目录排除在扫描之外，再次启动。',
  },
  'runtime-library-missing': {
    message: '此计算机缺少 PostgreSQL 所需的运行库。',
    hint: '请安装微软的 Visual C++ 运行库（x64）：winget install Microsoft.VCRedist.2015+.x64',
  },
  'server-process-crashed': {
    message: '服务器进程因异常 {{exception}} 崩溃。',
    hint: '检查杀毒软件和 Visual C++ 运行库；若在高负载时发生，请调低 max_connections。',
  },
  'directory-not-empty': {
    message: '目录 {{dir}} 不是空的。',
    hint: '请选择其他目录。',
  },
  'not-a-data-directory': {
    message: '{{dataDir}} 不是数据目录。',
    hint: '请选择含有 PG_VERSION 的目录。',
  },
  'data-of-other-version': {
    message: '数据与程序的主版本不同。',
    hint: '请使用 PG_VERSION 所写版本的程序。',
  },
  'server-not-accepting': {
    message: '服务器暂不接受连接：{{state}}。',
    hint: '请等待；若备库应当响应，请把 hot_standby 设为 on。',
  },
  'rewind-saw-old-timeline': {
    message: 'pg_rewind 没有看到新的时间线。',
    hint: '在新主库执行 CHECKPOINT 后重试。',
  },
  'rewind-needs-hints': {
    message: '旧主库不能执行 pg_rewind：既无校验和也未启用 wal_log_hints。',
    hint: '请重新克隆，并为下次启用 wal_log_hints。',
  },
  'rewind-needs-clean-stop': {
    message: '要执行 pg_rewind 的服务器未正常关闭。',
    hint: '启动并正常停止一次后重试。',
  },
  'rewind-of-strangers': {
    message: '两个服务器没有共同的历史，或 pg_rewind 版本不符。',
    hint: '确认哪些服务器属于一组；否则请重新克隆。',
  },
  'rewind-wal-missing': {
    message: '这里需要的 WAL 已被删除。',
    hint: '重新克隆，或让 pg_rewind 使用归档。',
  },
  'rewind-not-granted': {
    message: '该角色无权调用 {{name}}。',
    hint: '授予 EXECUTE 权限，或使用超级用户。',
  },
  'start-timed-out': {
    message: '服务器未及时报告；它可能仍在启动。',
    hint: '请查看日志；备库会自行继续尝试。',
  },
  'start-failed': {
    message: '服务器未能启动。',
    hint: '原因见其日志。',
  },
  'maybe-running-already': {
    message: '这里可能已有服务器在运行。',
    hint: '再次启动前请先查看状态。',
  },
  'start-never-returned': {
    message: '启动命令没有返回，但服务器可能已在运行。',
    hint: '请查看状态；启动服务器时应使用其自己的日志文件。',
  },
  'log-file-in-use': {
    message: '无法打开日志文件：被其他进程占用。',
    hint: '使用数据目录之外的新日志文件。',
  },
  'locale-not-usable': {
    message: '此系统的区域设置不能用于新实例。',
    hint: '请选择区域 C 和编码 UTF8。',
  },
  'not-a-standby': {
    message: '只有备库可以提升，此服务器不是备库。',
    hint: '请确认哪个服务器是备库。',
  },
  'server-not-running': {
    message: '服务器没有运行。',
    hint: '请先启动它。',
  },
  'promotion-slow': {
    message: '提升未及时完成；可能仍在进行。',
    hint: '请查看状态；备库会先回放已有的 WAL。',
  },
  'output-garbled': {
    message: '部分输出使用了其他编码，无法读取。',
    hint: '请在 postgresql.conf 中把 lc_messages 设为 C。',
  },
}
