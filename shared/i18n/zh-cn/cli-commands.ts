import type { cliCommands as en } from '../en/cli-commands.ts'
import type { Translated } from '../translated.ts'

export const cliCommands: Translated<typeof en> = {
  demo: {
    summary: '搭建一个主库和一个热备库，演示其工作，然后删除',
    description:
      '搭建真实的主库和热备库：在主库写入一行，在备库读出，演示备库拒绝写入，并给出证据。除非指定 --keep，结束时会全部删除。',
    examples: 'pgtandem demo\npgtandem demo --keep\npgtandem demo --pg 15',
  },
  pair: {
    summary: '一次建好一个主库和它的热备库',
    description: '按一个计划建立主库和从它流复制的热备库。备库默认名为 NAME-standby。',
    examples:
      'pgtandem pair app\npgtandem pair app --port 5440 --standby app-ro --standby-port 5441\npgtandem pair app --dry-run',
  },
  create: {
    summary: '建立一个可供备库复制的主库',
    description: '运行 initdb，按本机流复制的需要配置集群并启动。',
    examples: 'pgtandem create app\npgtandem create app --port 5440 --pg 16 --set shared_buffers=256MB',
  },
  adopt: {
    summary: '接管一个已有的实例；其中内容不会改动',
    description:
      '登记由其他方式建立的实例（运行中或已停止均可）。在明确的操作之前不会改动其中任何内容。密码来自 PGPASSWORD、密码文件、提示输入或标准输入。',
    examples:
      "pgtandem adopt old --data 'D:\\PostgreSQL\\data'\npgtandem adopt main --data /var/lib/postgresql/15/main\nPGPASSWORD=… pgtandem adopt main --data /srv/pg --user admin",
  },
  clone: {
    summary: '为一个实例建立热备库',
    description:
      '对 SOURCE（主库或备库）做基础备份，并作为从它流复制的备库启动。SOURCE 缺少的复制条件会包含在计划中。',
    examples:
      'pgtandem clone app app-ro\npgtandem clone app reports --delay 5min --set work_mem=64MB\npgtandem clone app app-sync --sync --dry-run',
  },
  reclone: {
    summary: '丢弃损坏的备库副本并重建',
    description:
      '以相同的名称、端口和设置重建备库。在新副本开始流复制之前保留旧副本。使用 --from 可让它成为另一个实例的备库，例如故障切换后被提升的实例。',
    examples: 'pgtandem reclone app-standby\npgtandem reclone app-second --from app-standby',
  },
  start: {
    summary: '启动实例',
    description: '启动一个、多个或全部实例，上游先启动。使用 --all 时跳过已被备库取代的旧主库。',
    examples: 'pgtandem start app\npgtandem start app app-standby\npgtandem start --all',
  },
  stop: {
    summary: '停止实例',
    description: '停止一个、多个或全部实例，上游最后停止。',
    examples: 'pgtandem stop app\npgtandem stop --all --mode smart',
  },
  restart: {
    summary: '重启实例',
    description: '停止并启动运行中的实例；其连接会被切断。',
    examples: 'pgtandem restart app\npgtandem restart --all --yes',
  },
  reload: {
    summary: '让实例重新读取配置文件',
    description: '让运行中的服务器重新读取 postgresql.conf 和 pg_hba.conf；不切断任何连接。',
    examples: 'pgtandem reload app\npgtandem reload --all',
  },
  status: {
    summary: '显示每个实例的当前状况',
    description: '根据证据显示全部或某个实例的状态、角色、端口、上游和延迟，以及发现的问题。',
    examples: 'pgtandem status\npgtandem status app --why\npgtandem status --watch\npgtandem status --json',
  },
  verify: {
    summary: '检查备库是否真的在复制',
    description:
      '执行教程中的检查：进程、两侧的 pg_control、两侧的流复制状态、一行数据的传递、拒绝写入、系统标识符一致。任何一项失败则退出码为 1。',
    examples: 'pgtandem verify app-standby\npgtandem verify app-standby --json',
  },
  promote: {
    summary: '把备库提升为主库',
    description: '提升备库。旧主库仍在应答或可能应答时会拒绝：两个主库的数据会分叉。--force 表示坚持。',
    examples:
      'pgtandem stop app && pgtandem promote app-standby\npgtandem promote app-standby --by sql\npgtandem promote app-standby --force',
  },
  synchronous: {
    summary: '把备库设为同步或异步',
    description: 'on：主库的提交要等待此备库。off：不再等待，也能放行因备库消失而挂起的写入。',
    examples: 'pgtandem synchronous app-standby on\npgtandem synchronous app-standby off',
  },
  pause: {
    summary: '暂停备库的回放',
    description: '备库继续接收 WAL，但所显示的数据停在此刻。',
    examples: 'pgtandem pause app-standby',
  },
  resume: {
    summary: '恢复备库的回放',
    description: '让暂停的备库应用这段时间收到的内容。',
    examples: 'pgtandem resume app-standby',
  },
  sql: {
    summary: '在实例上执行 SQL',
    description: '执行 SQL 并显示最后一条语句的结果。用 -c 或文件给出语句；-f - 读取标准输入。',
    examples:
      "pgtandem sql app -c 'select * from pg_stat_replication'\npgtandem sql app -f schema.sql -d shop\npgtandem sql app-standby -c 'select pg_is_in_recovery()' --json",
  },
  psql: {
    summary: '打开连接到实例的 psql',
    description: '打开 psql，主机、端口、用户和密码文件均已填好；名称之后的内容交给 psql。',
    examples: 'pgtandem psql app\npgtandem psql app -d shop -x',
  },
  url: {
    summary: '输出实例的连接字符串',
    description: '输出 postgresql:// URL；只有使用 --show-password 才包含密码。',
    examples: 'pgtandem url app\npgtandem url app --show-password',
  },
  logs: {
    summary: '显示实例的日志',
    description: '显示服务器日志的最新若干行；-f 会持续显示新行，直到 Ctrl-C。',
    examples: 'pgtandem logs app\npgtandem logs app -n 200\npgtandem logs app-standby -f',
  },
  config: {
    summary: '读取和修改设置',
    description: '不带动作时列出所有非默认设置及其来源。set 和 unset 在生效的位置修改，并说明是否需要重启。',
    examples:
      'pgtandem config app\npgtandem config app get work_mem\npgtandem config app set work_mem=64MB log_statement=ddl\npgtandem config app unset work_mem',
  },
  hba: {
    summary: '读取、补充和检查 pg_hba.conf',
    description:
      '列出 pg_hba.conf，在生效的位置添加规则，或检查规则。各列为：TYPE DATABASE USER ADDRESS METHOD。',
    examples:
      'pgtandem hba app\npgtandem hba app add host shop alice 127.0.0.1/32 scram-sha-256\npgtandem hba app check',
  },
  recovery: {
    summary: '读取和修改备库的恢复方式',
    description: '显示或修改 recovery.conf（11 及以前）或信号文件与恢复设置（12 起）。',
    examples:
      'pgtandem recovery app-standby\npgtandem recovery app-standby set recovery_min_apply_delay=5min',
  },
  script: {
    summary: '为实例生成启动和停止脚本',
    description: '生成 cmd 或 sh 脚本，不用 PgTandem 也能启动和停止所选实例。',
    examples:
      'pgtandem script app app-standby --shell cmd --out scripts\npgtandem script app --shell sh --out .',
  },
  remove: {
    summary: '移除实例，按需删除其数据',
    description: '删除它在上游的复制槽并移除该实例。除非指定 --delete-data，数据目录会保留。',
    examples: 'pgtandem remove app-standby\npgtandem remove app --delete-data',
  },
  serve: {
    summary: '在浏览器中显示 PgTandem',
    description:
      '在 127.0.0.1 上提供桌面程序的页面，直到按下 Ctrl-C；服务器会继续运行。地址中含有密钥：持有它的人可以做 PgTandem 能做的一切。每个主目录只由一个进程提供页面；再次执行时会再次给出其地址。',
    examples: 'pgtandem serve --open\npgtandem serve --port 8080\npgtandem serve --url',
  },
  completion: {
    summary: '输出 shell 的补全脚本',
    description: '为 bash、zsh、fish 或 powershell 输出脚本，可补全命令、选项和实例名。',
    examples:
      'source <(pgtandem completion bash)\npgtandem completion fish > ~/.config/fish/completions/pgtandem.fish',
  },
  postgres: {
    summary: '列出、下载和删除 PostgreSQL 版本',
    description:
      'list 显示本机找到的版本，available 显示可下载的版本。install、add 和 remove 改变 PgTandem 可用的版本；不需要管理员权限。',
    examples:
      'pgtandem postgres list\npgtandem postgres install 16\npgtandem postgres add /opt/pgsql-15/bin\npgtandem postgres remove 16.14',
  },
  jobs: {
    summary: '列出任务；完成或撤销未完成的任务',
    description: '中断的任务可以用 resume 完成，或用 undo 撤销。',
    examples: 'pgtandem jobs list\npgtandem jobs resume ID\npgtandem jobs undo ID',
  },
  names: {
    summary: '输出所有实例的名称',
    description: '每行一个名称；供 shell 补全使用。',
    examples: 'pgtandem names',
  },
}
