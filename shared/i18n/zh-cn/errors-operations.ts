import type { Translated } from '../translated.ts'
import type { errorsOperations as en } from '../en/errors-operations.ts'

export const errorsOperations: Translated<typeof en> = {
  'unknown-instance': { message: '没有名为 {{name}} 的实例。', hint: '用 pgtandem status 列出所有实例。' },
  'instance-busy': {
    message: '另一个操作（{{operation}}，任务 {{job}}）正在处理 {{name}}。',
    hint: '请等待其完成，或用 pgtandem jobs list 查看。',
  },
  'job-unfinished': {
    message: '{{name}} 上的任务 {{job}}（{{operation}}）被中断，尚未完成。',
    hint: '继续执行：pgtandem jobs resume {{job}}；或撤销：pgtandem jobs undo {{job}}',
  },
  'job-to-be-undone': {
    message: '{{name}} 上的任务 {{job}}（{{operation}}）尚未完成，只能撤销。',
    hint: '撤销：pgtandem jobs undo {{job}}',
  },
  'job-to-be-resumed': {
    message: '{{name}} 上的任务 {{job}}（{{operation}}）尚未完成，只能继续执行。',
    hint: '继续执行：pgtandem jobs resume {{job}}',
  },
  'journal-damaged': {
    message: '任务 {{job}}（{{operation}}）的日志 {{path}} 已损坏，无法得知它做过什么。',
    hint: '请查看该文件以及任务留下的内容；清理完毕后，把该文件移走。',
  },
  'name-taken': {
    message: '已存在名为 {{name}} 的实例。',
    hint: '请换一个名称，或用 pgtandem remove {{name}} 移除旧实例。',
  },
  'name-asked-twice': {
    message: '主库和备库不能都叫 {{name}}。',
    hint: '请用 --standby 为备库指定另一个名称。',
  },
  'name-gives-same-slot': {
    message: '{{name}} 会使用复制槽 {{slot}}，而它属于 {{other}}。',
    hint: '请选择一个不仅仅在 - 和 _ 上不同的名称。',
  },
  'path-not-safe': {
    message: '路径 {{path}} 含有字符 {{character}}，pg_ctl 背后的 shell 会解释它。',
    hint: '请选择不含该字符的文件夹。',
  },
  'data-directory-of-instance': {
    message: '{{path}} 已是 {{name}} 的数据目录。',
    hint: '请选择另一个文件夹。',
  },
  'data-directory-is-cluster': {
    message: '{{path}} 中已有一个 PostgreSQL {{major}} 的数据库集簇。',
    hint: '未做任何修改。可用 pgtandem adopt 接管，或选择另一个文件夹。',
  },
  'data-directory-not-empty': {
    message: '文件夹 {{path}} 已存在且不为空。',
    hint: '请选择另一个文件夹，或自行清空它。',
  },
  'path-is-file': { message: '{{path}} 是文件而不是文件夹。', hint: '请选择另一个路径。' },
  'inside-data-directory': {
    message: '{{path}} 位于另一个数据目录 {{outer}} 之内。',
    hint: '请选择其外部的文件夹，否则基础备份会把一个复制进另一个。',
  },
  'data-directory-in-home': {
    message: '{{path}} 位于 {{place}} 之内，而 PgTandem 已将该处留作他用。',
    hint: '请选择另一个文件夹；若不指定，新实例会得到自己的文件夹。',
  },
  'upstream-below-itself': {
    message: '{{upstream}} 的 WAL 来自 {{name}}，因此 {{name}} 不能成为它的备库。',
    hint: '请指定一个不依赖 {{name}} 的实例。',
  },
  'upstream-of-other-major': {
    message: '{{upstream}} 的 PostgreSQL 主版本不是 {{name}} 的 {{major}}。',
    hint: '请改为给 {{upstream}} 建立一个新的备库。',
  },
  'read-only-disk': { message: '{{path}} 所在的磁盘是只读的。', hint: '请选择可写磁盘上的文件夹。' },
  'path-not-writable': {
    message: '当前账户无权写入 {{path}}。',
    hint: '请选择另一个文件夹，或让其所有者授予写权限。',
  },
  'path-absent': {
    message: '{{path}} 不存在。',
    hint: '请检查路径；在 Debian 上数据目录为 /var/lib/postgresql/版本/集簇。',
  },
  'path-unreadable': { message: '当前账户无权读取 {{path}}。', hint: '请以该文件夹的所有者账户运行。' },
  'not-a-cluster': {
    message: '{{path}} 不是 PostgreSQL 数据目录：其中没有 PG_VERSION 文件。',
    hint: '请指定含有 PG_VERSION、base 和 global 的文件夹。',
  },
  'disk-too-full': {
    message: '{{path}} 需要 {{needed}}，而该处只剩 {{free}}。',
    hint: '请腾出空间，或选择另一块磁盘上的文件夹。',
  },
  'leftover-in-the-way': {
    message: '{{path}} 挡住了去路：它是某次未完成操作的残留。',
    hint: '请查看 pgtandem jobs list；若不属于任何任务，请自行移走。',
  },
  'no-free-port': { message: '从 5432 起没有找到空闲端口。', hint: '请用 --port 指定一个端口。' },
  'port-asked-twice': { message: '端口 {{port}} 不能由两个实例共用。', hint: '请为其中一个指定另一个端口。' },
  'port-claimed': { message: '端口 {{port}} 属于实例 {{name}}。', hint: '请用 --port 选择另一个端口。' },
  'port-taken': {
    message: '端口 {{port}} 正被 {{holder}} 使用。',
    hint: '请停止该程序，或用 --port 选择另一个端口。',
  },
  'port-in-use': {
    message: '端口 {{port}} 正被另一个账户的程序使用。',
    hint: '请用 --port 选择另一个端口。',
  },
  'port-reserved': {
    message: '当前账户不能使用端口 {{port}}：它被系统保留。',
    hint: '请用 --port 选择 1023 以上的端口。在 Windows 上可查看：netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'own-port-taken': {
    message: '{{name}} 的端口 {{port}} 正被 {{holder}} 使用。',
    hint: '请停止该程序，或为 {{name}} 换一个端口：pgtandem config {{name}} set port=…',
  },
  'own-port-in-use': {
    message: '{{name}} 的端口 {{port}} 正被另一个账户的程序使用。',
    hint: '请为 {{name}} 换一个端口：pgtandem config {{name}} set port=…',
  },
  'own-port-reserved': {
    message: '当前账户不能使用 {{name}} 的端口 {{port}}：它被系统保留。',
    hint: '请为 {{name}} 选择 1023 以上的端口：pgtandem config {{name}} set port=… 在 Windows 上请查看：netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'foreign-owner': {
    message: '{{name}} 的数据目录 {{path}} 属于账户 {{owner}}。',
    hint: '请以该账户运行：sudo -u {{owner}} pgtandem …',
  },
  'instance-unreachable': {
    message: '{{name}} 正在运行但无法访问（{{reason}}）。',
    hint: '请查看 pgtandem status {{name}} --why；密码有误时可更新：pgtandem adopt {{name}} --data DIR',
  },
  'instance-not-running': {
    message: '{{name}} 未在运行，其状态为：{{state}}。',
    hint: '请用 pgtandem start {{name}} 启动它。',
  },
  'instance-stopping': { message: '{{name}} 正在关闭。', hint: '请等它停止后再试。' },
  'data-directory-missing': {
    message: '{{name}} 的数据目录 {{path}} 不见了。',
    hint: '请恢复它，或用 pgtandem remove {{name}} 移除该实例。',
  },
  'not-an-installation': {
    message: 'PgTandem 不知道 {{path}} 中有 PostgreSQL 服务器程序。',
    hint: '请指定含有 initdb、pg_ctl 和 postgres 的文件夹。若确实含有，请先添加它：pgtandem postgres add {{path}}',
  },
  'no-installation': {
    message: '本机没有找到 PostgreSQL。',
    hint: '请用 pgtandem postgres install 18 下载。',
  },
  'unknown-major': {
    message: '本程序不认识 PostgreSQL {{major}}。',
    hint: '请使用 10 到 18 的版本；用 pgtandem postgres list 查看现有版本。',
  },
  'major-not-installed': {
    message: '本机未安装 PostgreSQL {{major}}。',
    hint: '请用 pgtandem postgres install {{major}} 下载。',
  },
  'major-not-supported': {
    message: '针对 PostgreSQL {{major}} 的计划尚未在真实服务器上验证，因此被拒绝。',
    hint: '请使用 10 到 18 的版本。',
  },
  'files-not-readable': {
    message: '当前账户无法读取 {{path}} 中 {{name}} 的文件。',
    hint: '请使用 --method basebackup，或以其所有者账户运行。',
  },
  'no-pg-basebackup': {
    message: '没有找到 PostgreSQL {{major}} 或更新版本的 pg_basebackup，而 {{name}} 无法以其他方式复制。',
    hint: '请安装完整的 PostgreSQL 工具，并用 pgtandem postgres add BINDIR 指定其文件夹。',
  },
  'no-pg-basebackup-to-copy-with': {
    message: '没有找到 PostgreSQL {{major}} 或更新版本的 pg_basebackup。',
    hint: '请去掉 --method：{{name}} 的文件不用它也能复制。',
  },
  'file-changed-meanwhile': {
    message: '{{path}} 已不是编辑器载入时的内容。',
    hint: '没有写入任何内容。请重新载入该文件后再改。',
  },
  'line-not-understood': {
    message: '服务器无法理解 {{path}} 的第 {{line}} 行：{{problem}}',
    hint: '没有写入任何内容。请修正该行后再试。',
  },
  'secret-in-line': {
    message: '{{path}} 中改动的第 {{line}} 行含有密码，密码会因此进入计划和日志。',
    hint: '请把密码放进密码文件，并在该处写 passfile=路径；如果不能这样做，请用其他编辑器修改该行。',
  },
  'setting-from-command-line': {
    message: '{{setting}} 是在启动 {{name}} 的命令行中给出的，任何文件都无法覆盖它。',
    hint: '请在启动该服务器的地方（服务或脚本）修改。',
  },
  'unknown-setting': {
    message: '此版本的 PostgreSQL 没有名为 {{setting}} 的参数。',
    hint: '用 pgtandem config NAME 列出已设置的参数；所有名称见 PostgreSQL 手册“服务器配置”一章。',
  },
  'unknown-setting-like': {
    message: '此版本的 PostgreSQL 没有名为 {{setting}} 的参数。',
    hint: '您是不是想用 {{nearest}}？',
  },
  'include-sets-own': {
    message:
      '{{name}} 用绝对路径包含的 {{file}} 设置了 {{settings}}。{{name}} 的副本会读取同一个文件，而这些设置必须各自独立。',
    hint: '请把 {{settings}} 从该文件移到 {{name}} 的 postgresql.conf 中，然后重试。',
  },
  'setting-is-decided': {
    message: '{{setting}} 不能在此作为设置给出：它由其他选项决定。',
    hint: '请使用 --port、--data、--no-slot 或 --application-name。',
  },
  'installation-of-other-major': {
    message: '{{path}} 是 PostgreSQL {{found}}，而数据属于 PostgreSQL {{major}}。',
    hint: '请指定 {{major}} 的服务器程序，或不指定而让程序自行查找。',
  },
  'standby-needs-it-first': {
    message: '{{name}} 上的 {{setting}} = {{value}} 大于其备库 {{standby}} 的值（{{has}}），备库会停止。',
    hint: '请先执行：pgtandem config {{standby}} set {{setting}}={{value}}，并重启 {{standby}}。',
  },
  'not-a-recovery-setting': {
    message: '{{setting}} 不是备库或恢复的参数。',
    hint: '请用 pgtandem config 修改它。',
  },
  'not-in-this-version': {
    message: '{{name}} 的版本没有 {{feature}}。',
    hint: '请使用该版本具备的功能；pgtandem status 会显示版本。',
  },
  'setting-below-primary': {
    message: '{{setting}} = {{value}} 低于 {{name}} 上的值（{{needed}}），备库将无法启动。',
    hint: '请至少使用 {{needed}}。',
  },
  'slot-exists': {
    message: '{{name}} 上已有名为 {{slot}} 的复制槽。',
    hint: '请为备库换一个名称，使用 --no-slot，或在无人使用时删除该槽。',
  },
  'role-needs-primary': {
    message: '无法通过 {{name}} 创建复制角色 {{role}}，而其主库不可达。',
    hint: '请启动主库，或从主库克隆。',
  },
  'sync-needs-primary': {
    message: '{{standby}} 不能是同步备库：它的上游 {{name}} 本身也是备库。',
    hint: '只有主库才会等待备库。',
  },
  'sync-names-unreadable': {
    message: '无法解析 {{name}} 的 synchronous_standby_names：{{value}}',
    hint: '请用 pgtandem config {{name}} set synchronous_standby_names=… 修正。',
  },
  'standby-not-streaming': {
    message: '{{name}} 目前没有从 {{upstream}} 流复制，若设为同步，那里的每次提交都会挂起。',
    hint: '请启动备库并等待其开始流复制。',
  },
  'no-upstream': { message: '{{name}} 没有已知的上游实例。', hint: '此操作适用于由 PgTandem 克隆的备库。' },
  'not-a-standby': { message: '{{name}} 不是备库。', hint: '请用 pgtandem status 查看角色。' },
  'primary-may-answer': {
    message: '{{primary}} 仍在（或可能仍在）作为 {{name}} 的主库应答。两个主库的数据会各自变化。',
    hint: '请先停止它：pgtandem stop {{primary}}；或用 --force 强制执行。',
  },
  'primary-not-known': {
    message:
      '无从得知 {{name}} 的主库是谁：它没有从 PgTandem 已知的实例流复制，也没有可读取的 primary_conninfo。主库可能仍在运行，两个主库的数据会各自变化。',
    hint: '请确认主库已停止，然后用 --force 强制执行。',
  },
  'no-trigger-file': {
    message: '{{name}} 没有监视触发文件：未设置 {{setting}}。',
    hint: '请用 --by pg_ctl 提升，或用 pgtandem recovery {{name}} set {{setting}}=路径 设置。',
  },
  'has-standbys': { message: '{{name}} 仍为以下备库提供数据：{{standbys}}。', hint: '请先移除或提升它们。' },
  'holds-other-instance': {
    message: '无法删除 {{path}}：{{other}} 的数据在其中。',
    hint: '请先移除 {{other}}，或只是不再登记这一个。',
  },
  'upstream-not-running': {
    message: '{{upstream}} 未运行，它会一直为 {{name}} 保留 WAL。',
    hint: '请先启动它：pgtandem start {{upstream}}',
  },
  'hba-rule-invalid': {
    message: '这不是有效的 pg_hba.conf 规则：{{problem}}。',
    hint: '各列为：类型 数据库 用户 地址 方法，例如：host replication replicator 127.0.0.1/32 scram-sha-256',
  },
  'psql-missing': {
    message: '没有找到可用于 {{name}} 的 psql；内置的服务器程序不含它。',
    hint: '请使用 pgtandem sql，或用 pgtandem postgres add BINDIR 指定完整 PostgreSQL 工具的文件夹。',
  },
  'password-needed': {
    message: '{{name}} 需要 {{user}} 的密码。',
    hint: '请在提示时输入，或设置 PGPASSWORD 或 PGPASSFILE。',
  },
  'other-server-answers': {
    message: '在实例 {{instance}} 的端口上应答的是另一个服务器，它的数据目录是 {{dataDir}}。',
    hint: '请停止那个服务器，或为其中一个换一个端口，然后重试。',
  },
}
