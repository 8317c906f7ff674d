import type { conversion as en } from '../en/conversion.ts'
import type { Translated } from '../translated.ts'

export const conversion: Translated<typeof en> = {
  'standby-signal': 'standby_mode = on：从 12 起改为数据目录中的空文件 standby.signal。',
  'recovery-signal':
    '没有 standby_mode = on 时，服务器恢复一次后即可写入；从 12 起改为空文件 recovery.signal。这里只修改设置。',
  'standby-file': '在此版本中，standby_mode = on 仍是 recovery.conf 中的一行。',
  'recovery-file': '没有 standby_mode = on 时，服务器恢复一次后即可写入。这里只修改其他各行。',
  renamed: '{{old}} 在此版本中名为 {{name}}。',
  backslashes: '单引号中的反斜杠表示转义：服务器会把 {{name}} 读成 {{read}}。这里按 {{meant}} 处理。',
  'password-moved':
    '密码已去掉：否则计划、日志和文件备份都会泄露它。请把它存入 {{passfile}}，备库会在那里读取。',
  'secret-left-out':
    '文件中 {{keywords}} 的值会随此次修改被去掉：计划和日志中不得含有它。请改为指定密码文件。',
  'lower-case': '{{given}} 按 {{taken}} 处理：PostgreSQL 只认识小写的写法。',
  'conninfo-unreadable': 'primary_conninfo 无法作为连接串读取，已略去。',
  'broken-line': '此行无法读取，已略去：{{text}}',
  'include-ignored': '不会读入其他文件；此行已略去：{{text}}',
  'not-boolean': '{{name}} 只能是 on 或 off，不能是 {{value}}。',
  'several-targets': '只能设置一个恢复目标，不能同时设置 {{names}}。',
  'no-source':
    '没有指定 WAL 的来源：备库需要 primary_conninfo 或 restore_command，恢复需要 restore_command。',
  'timeline-now-latest':
    '原来没有设置 recovery_target_timeline，因此停留在当前时间线；现在备库会跟随最新的时间线。',
}
