import type { Translated } from '../translated.ts'
import type { errorsSystem as en } from '../en/errors-system.ts'

export const errorsSystem: Translated<typeof en> = {
  'program-failed': {
    message: '{{program}} 失败，退出码 {{exitCode}}：{{lastLine}}',
    hint: '请查看详细信息中列出的日志，排除原因后重新执行该命令。',
  },
  'program-killed': {
    message: '{{program}} 在完成之前被信号 {{signal}} 终止。',
    hint: '请检查机器内存是否耗尽，或是否有人终止了该程序，然后重新执行该命令。',
  },
  'program-timed-out': {
    message: '{{program}} 未能在 {{seconds}} 秒内完成，已被终止。',
    hint: '请在日志中查看它在等待什么，然后重新执行该命令。',
  },
  'program-missing': {
    message: '程序 {{program}} 不存在。',
    hint: '请安装该程序，或指定一个包含它的 PostgreSQL 安装。',
  },
  'program-not-executable': {
    message: '当前账户无权运行程序 {{program}}。',
    hint: '请授予当前账户读取和执行该文件的权限，或改用其他安装。',
  },
  'program-not-started': {
    message: '程序 {{program}} 无法启动：{{reason}}。',
    hint: '请查看详细信息；可能是杀毒软件拦截，或系统进程数已达上限。',
  },
  'working-directory-missing': {
    message: '程序要在其中运行的目录 {{path}} 不存在。',
    hint: '请创建该目录，或另选一个目录。',
  },
  'own-process-unreadable': {
    message: '无法读取 PgTandem 自身进程的启动时间，因此无法区分它的锁与遗留的锁。',
    hint: '请在该容器中挂载 /proc，或在容器外运行 PgTandem。',
  },
  cancelled: {
    message: '已取消。',
    hint: '不会再执行任何步骤。准备好后可重新运行该命令。',
  },
  'home-not-absolute': {
    message: 'PGTANDEM_HOME 的值“{{path}}”不是绝对路径。',
    hint: '请把 PGTANDEM_HOME 设为完整路径，或取消设置以使用默认位置。',
  },
  'home-unknown': {
    message: '当前账户没有主目录，PgTandem 没有地方存放文件。',
    hint: '请把 PGTANDEM_HOME 设为当前账户可以写入的目录。',
  },
  'home-not-a-directory': {
    message: 'PgTandem 的数据目录 {{path}} 不是目录。',
    hint: '请移走该文件，或把 PGTANDEM_HOME 设为其他位置。',
  },
  'home-not-writable': {
    message: '当前账户无法写入 PgTandem 的数据目录 {{path}}。',
    hint: '请授予当前账户写入权限，或把 PGTANDEM_HOME 设为其他位置。',
  },
  'home-not-made': {
    message: '无法在 {{path}} 创建或使用 PgTandem 的数据目录：{{reason}}。',
    hint: '请用 --home 或 PGTANDEM_HOME 选择普通磁盘上的位置。',
  },
  'home-read-only': {
    message: 'PgTandem 的数据目录 {{path}} 位于只读文件系统上。',
    hint: '请把 PGTANDEM_HOME 设到可写磁盘上的位置。',
  },
  'home-not-closed': {
    message: '无法禁止本机其他账户访问 PgTandem 的数据目录 {{path}}，而其中将保存密码。',
    hint: '请选择用户配置文件夹内或 NTFS 磁盘上的位置。您自己创建的文件夹会按原样使用。',
  },
  'home-of-another-account': {
    message: 'PgTandem 的数据目录 {{path}} 属于账户 {{owner}}。',
    hint: '请以该账户运行：sudo -u {{owner}} pgtandem …，或把 PGTANDEM_HOME 设为其他位置。',
  },
  'home-unreachable': {
    message: '账户 {{account}} 无法访问 PgTandem 的数据目录 {{path}}：{{blockedBy}} 对它不开放。',
    hint: 'PostgreSQL 拒绝以 root 运行，因此 PgTandem 会改用账户 {{account}}。请把 PGTANDEM_HOME 设为该账户可以访问的位置，例如 /var/lib/pgtandem。',
  },
  'account-not-created': {
    message: 'PostgreSQL 拒绝以 root 运行，而系统账户 {{account}} 无法创建：{{reason}}',
    hint: '请自行创建一个普通账户，并以该账户运行 PgTandem。',
  },
  'root-not-given-up': {
    message: 'PgTandem 无法放弃 root 权限：{{reason}}。',
    hint: '请以普通账户运行：sudo -u {{account}} pgtandem …',
  },
  'port-search-failed': {
    message: '从 {{from}} 起没有找到空闲端口。',
    hint: '请选择一个小于 65536 且未被其他程序占用的端口。',
  },
  'state-file-damaged': {
    message: '文件 {{path}} 已损坏：{{reason}}。',
    hint: '该文件保持原样。请恢复一份完好的副本，或将其移走：PgTandem 会重新建立一个新的文件。',
  },
  'state-file-newer': {
    message: '文件 {{path}} 由更新版本的 PgTandem 写入（格式 {{found}}，本程序只支持到 {{known}}）。',
    hint: '请升级 PgTandem，或让本版本使用另一个 PGTANDEM_HOME。',
  },
  'state-file-unreadable': {
    message: '无法读取文件 {{path}}：{{reason}}。',
    hint: '请授予当前账户读取权限后重试。',
  },
  'file-not-written': {
    message: '无法写入文件 {{path}}：{{reason}}。',
    hint: '请先解决上述原因（磁盘已满、没有写入权限或存在同名文件夹等），然后重试。原文件未改动。',
  },
  'file-held': {
    message: '文件 {{path}} 正被其他程序占用。',
    hint: '请关闭正在使用它的编辑器、备份或杀毒软件，然后重试。原文件未改动。',
  },
  'log-file-damaged': {
    message: '{{path}} 的第 {{line}} 行已损坏。',
    hint: '该文件保持原样。请保留一份副本；如不再需要其中的内容，可将其移走。',
  },
  'lock-held': {
    message: '另一个 PgTandem（进程 {{pid}}）正在工作：{{note}}。',
    hint: '请等它完成后重试。',
  },
  'copy-disk-full': {
    message: '复制 {{path}} 时磁盘已满。',
    hint: '请在该磁盘上腾出空间，或改选其他磁盘上的目录，然后重新开始。',
  },
  'copy-failed': {
    message: '无法复制 {{path}}：{{reason}}',
    hint: '请确认当前账户可以读取该文件且磁盘正常，然后重新开始。',
  },
  'home-not-prepared': {
    message: 'PgTandem 的数据目录 {{path}} 属于 root 且已有其他文件，因此没有移交给账户 {{account}}。',
    hint: '请用 PGTANDEM_HOME 选择一个空的或不存在的目录，或自行移交：chown -R {{account}} {{path}}',
  },
  'tree-not-removed': {
    message: '无法删除 {{path}}：{{reason}}。',
    hint: '请关闭正在使用其中文件的程序，然后再次删除。',
  },
}
