import type { findings as en } from '../en/findings.ts'
import type { Translated } from '../translated.ts'
import { diagnosisFindings } from './findings-diagnosis.ts'
import { serverMessages } from './findings-server-messages.ts'

export const findings: Translated<typeof en> = {
  'hba-open-to-world': {
    message: 'pg_hba.conf 第 {{line}} 行允许任何地址无密码连接。',
    hint: '把方法改为 scram-sha-256，或把地址改为 127.0.0.1/32。',
  },
  'hba-replication-refused': {
    message: 'pg_hba.conf 不允许 {{user}} 从 {{address}} 复制。',
    hint: '添加一行：host replication {{user}} {{address}} scram-sha-256',
  },
  'hba-connection-refused': {
    message: 'pg_hba.conf 不允许 {{user}} 从 {{address}} 连接。',
    hint: '添加一行：host all {{user}} {{address}} scram-sha-256',
  },
  'hba-method-differs': {
    message: 'pg_hba.conf 第 {{line}} 行让 {{user}} 从 {{address}} 以 {{method}} 而非 {{expected}} 认证。',
    hint: '修改该行的方法，或在它之前加一行。',
  },
  'hba-rule-unreachable': {
    message: 'pg_hba.conf 第 {{line}} 行不起作用：第 {{by}} 行先匹配。',
    hint: '把它移到第 {{by}} 行之前，或删除它。',
  },
  'hba-line-invalid': {
    message: 'pg_hba.conf 第 {{line}} 行无法读取：{{problem}}。',
    hint: '请改正；在此之前重新加载会保留旧规则，启动会失败。',
  },
  'recovery-setting-too-new': {
    message: '此版本尚无 {{name}}，已省略。',
    hint: '需要它时请使用更新的版本。',
  },
  'recovery-setting-removed': {
    message: 'PostgreSQL 已移除 {{name}}，已省略。',
    hint: '请用 pg_ctl promote 或 pg_promote() 提升，而不是触发文件。',
  },
  'recovery-setting-no-equivalent': {
    message: '{{name}} 的值在此版本没有对应项，已省略。',
    hint: '请选择 pause 或 promote。',
  },
  ...serverMessages,
  ...diagnosisFindings,
}
