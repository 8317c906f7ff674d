import type { Translated } from '../translated.ts'
import type { errorsPlan as en } from '../en/errors-plan.ts'

export const errorsPlan: Translated<typeof en> = {
  'job-is-being-undone': {
    message: '任务 {{job}} 正在撤销，无法继续。',
    hint: '请先完成撤销：pgtandem jobs undo {{job}}',
  },
  'job-of-other-version': {
    message: '任务 {{job}} 由 PgTandem {{version}} 开始，此版本无法继续。',
    hint: '请撤销它：pgtandem jobs undo {{job}}',
  },
  'past-point-of-no-return': {
    message: '任务 {{job}} 已越过不可回退点（{{step}}），无法撤销。',
    hint: '请继续完成：pgtandem jobs resume {{job}}',
  },
  'unknown-job': { message: '没有任务 {{job}}。', hint: '用 pgtandem jobs list 列出任务。' },
  'job-is-running': { message: '任务 {{job}} 正在运行（进程 {{pid}}）。', hint: '请等待其完成。' },
  'job-has-ended': {
    message: '任务 {{job}} 已结束，没有可做的事。',
    hint: '用 pgtandem jobs list 列出任务。',
  },
  'changed-world': {
    message: '自制定计划以来情况已改变，因此什么都没有做。',
    hint: '请查看新计划并重新运行。',
  },
  'unknown-operation': { message: '没有名为 {{operation}} 的操作。', hint: '请参阅 pgtandem --help' },
  'invalid-parameter': { message: '{{parameter}}：{{problem}}', hint: '请查看该命令的帮助。' },
  'data-directory-in-use': { message: '{{path}} 上有服务器在运行，因此保持原样。', hint: '请先停止它。' },
  'not-that-cluster': {
    message: '{{path}} 属于另一个集簇（系统标识符 {{found}}，应为 {{expected}}），因此不删除。',
    hint: '请检查该目录：有人在此放了另一个集簇。',
  },
  'setting-rejected': {
    message: '服务器不接受 {{setting}}：{{reason}}',
    hint: '修改已撤回。请修正取值后再试。',
  },
  'conf-line-rejected': {
    message: '服务器不接受 {{file}} 的第 {{line}} 行：{{reason}}',
    hint: '修改已撤回。请修正该行后再试。',
  },
  'hba-rejected': {
    message: '服务器不接受 {{file}} 的第 {{line}} 行：{{reason}}',
    hint: '修改已撤回。请修正该行后再试。',
  },
  'server-not-started': {
    message: '{{name}} 未能启动：{{reason}}',
    hint: '其日志的最后几行随本错误一并显示；若该实例被保留，日志位于 {{logFile}}',
  },
  'server-still-starting': {
    message: '{{name}} 在 {{seconds}} 秒后仍未启动完成。',
    hint: '可能有大量 WAL 需要回放；日志位于 {{logFile}}',
  },
  'server-still-stopping': {
    message: '{{name}}（进程 {{pid}}）在 {{seconds}} 秒后仍未停止。',
    hint: 'smart 模式会等待所有会话；请试 pgtandem stop {{name}} --mode fast',
  },
  'smart-stop-goes-on': {
    message: '{{name}}（进程 {{pid}}）仍在停止：它等待客户端离开，并且不接受新的连接。这无法撤销。',
    hint: '客户端全部离开后它就会停止；要断开它们：pgtandem stop {{name}} --mode fast',
  },
  'promotion-not-finished': {
    message: '{{name}} 在 {{seconds}} 秒后仍未成为主库。',
    hint: '它可能仍在回放；请查看 pgtandem status {{name}}',
  },
  'standby-did-not-stream': {
    message: '{{standby}} 在 {{seconds}} 秒后仍未从 {{upstream}} 流复制。其日志显示：{{reason}}',
    hint: '完整日志位于 {{logFile}}',
  },
  'sync-state-not-reached': {
    message: '{{upstream}} 在 {{seconds}} 秒后仍未按要求处理 {{name}}。',
    hint: '请查看 pgtandem status',
  },
  'file-is-different': { message: '{{path}} 已存在且内容不同。', hint: '请选择另一个文件夹，或移走该文件。' },
  'text-outside-code-page': {
    message: '{{path}} 会含有代码页 {{codePage}} 之外的字符，cmd.exe 无法读取。',
    hint: '请将数据目录移到不含这些字符的路径。',
  },
  'secret-in-setting': {
    message: '{{setting}} 中含有密码，它会出现在计划和日志中。',
    hint: '请将密码放入密码文件，并改写为 passfile=路径；命令可以从文件中读取密码。',
  },
}
