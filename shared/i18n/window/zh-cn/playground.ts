import type { Translated } from '../../translated.ts'
import type { playground as en } from '../en/playground.ts'

export const playground: Translated<typeof en> = {
  title: '演练场',
  lead: '主库和它的备库并排在一起，使用专为演练建立的数据库。看看复制做了什么，出问题时又会怎样。',
  pair: '主备对',
  'no-pair': {
    'none-title': '还没有主备对',
    none: '演练场需要一个主库和一个跟随它的备库。在主页上点一下就能同时创建。',
    make: '创建主库和备库',
    'promoted-title': '{{name}} 是主库',
    promoted:
      '它自己接受写入，不跟随任何实例：它已被提升，或者从来不是备库。有了自己的备库，演练场就可以再用。',
    'adrift-title': '{{name}} 的上游未知',
    adrift:
      '它是 {{upstream}} 的备库，但 PgTandem 不认识这个服务器，所以没有可以写入的地方。请在主页添加该服务器。',
    'gone-title': '没有 {{name}}',
    gone: '没有名为 {{name}} 的实例，它可能已被移除或改名。',
  },
  prepare: {
    title: '用于演练的数据库',
    about:
      '{{name}} 不是由 PgTandem 创建的，所以先问一下：可以在那里创建数据库 {{database}} 吗？其他内容都不会受到影响，之后可以在下面再删除。',
    button: '创建',
    running: '正在准备数据库……',
    'needs-primary': '{{name}} 没有运行。启动它之后就会创建演练用的数据库。',
  },
  guide: {
    title: '试试这些',
    progress: '已试过 {{done}}/{{all}} 项',
    done: '已试过',
    'to-do': '还没试过',
    numbered: '{{number}}. {{what}}',
    steps: {
      insert: '插入一行，看它到达',
      refused: '尝试在备库上写入',
      pause: '暂停回放，再恢复',
      load: '持续写入',
      link: '让两者之间的链路变差',
      stop: '停止主库',
    },
    about: {
      insert: '这一行写在 {{primary}} 上，并测量 {{standby}} 上的查询多久之后能看到它。',
      refused: '在 {{standby}} 上执行同样的 INSERT。它会被拒绝；下面的控制台显示如何拒绝、为什么拒绝。',
      pause: '{{standby}} 继续接收，但不显示任何改动。暂停期间插入一行：恢复之后它才出现。',
      load: '以您在下面选择的速率写入行；请观察延迟。',
      link: '在同一台机器上延迟几乎总是零。请在下面接入可调链路，延迟两秒，再插入一行。',
      stop: '{{standby}} 仍然可以查询：请执行它的控制台。然后重新启动 {{primary}}，{{standby}} 会自动跟上。',
    },
  },
  insert: {
    button: '插入一行',
    waiting: '正在等它出现在 {{standby}} 上……',
    arrived:
      '第 {{id}} 行：在 {{primary}} 上用 {{commit}} 毫秒提交，{{arrived}} 毫秒后在 {{standby}} 上可见。',
    'not-arrived':
      '第 {{id}} 行已在 {{primary}} 上提交，但 {{standby}} 在十秒内没有显示：它已停止或暂停回放，或者链路缓慢或被切断。这些情况结束后就会显示。',
  },
  actions: {
    refused: '在 {{name}} 上写入',
    pause: '暂停 {{name}} 的回放',
    resume: '恢复 {{name}} 的回放',
    stop: '停止 {{name}}',
    start: '启动 {{name}}',
    write: '每秒写入 {{rate}} 行',
    'stop-writing': '停止持续写入',
  },
  refused: '{{standby}} 拒绝了写入（SQLSTATE {{sqlstate}}）：备库只能读取。',
  console: {
    primary: '{{name}}（主库）',
    standby: '{{name}}（备库）',
    unknown: '{{name}}（角色未知）',
    run: '在 {{name}} 上执行',
    newest: '{{name}} 上最新的行',
    'not-running': '它现在没有运行。',
    'not-there': '表还没有到达这里。',
    empty: '还没有行。',
  },
  load: {
    title: '写入负载',
    about: '在 {{primary}} 上插入行，直到您停止或离开此页面，最多十分钟。',
    rate: '每秒行数',
    start: '开始写入',
    stop: '停止写入',
    rows: '已写入的行',
    'rows-per-second': '当前每秒行数',
    slowest: '最近最慢的提交',
    stalled: '有一个提交已等待 {{seconds}}。',
    'stalled-why':
      '{{primary}} 要等同步备库也收到才会返回提交，而现在没有任何同步备库做到。请恢复备库或链路，或改为异步复制。',
  },
  link: {
    title: '可调链路',
    about:
      '本机上的一个中继，{{standby}} 通过它从 {{upstream}} 接收流：可以延迟、限速和切断。取出之后，主备对与原来一样。',
    'put-in': '接入链路……',
    'take-out': '取出……',
    'insert-title': '为 {{standby}} 接入可调链路',
    'insert-about':
      '让备库连接到链路，而不是直接连接上游。链路在接入时选择一个空闲端口，这里用 {{port}} 代表。',
    insert: '接入',
    'remove-title': '为 {{standby}} 取出可调链路',
    'remove-about': '备库重新直接连接上游；它的 primary_conninfo 与之前完全一样。',
    remove: '取出',
    delay: '延迟：{{seconds}} 秒',
    throttle: '最多',
    'no-limit': '不限',
    'per-second': '每秒 {{bytes}}',
    cut: '切断链路',
    'is-cut': '已切断：什么都不通过',
    state: '端口 {{port}} · 连接数：{{connections}} · 已转发：{{bytes}}',
    'left-behind': '运行 {{standby}} 的链路的程序已经结束：没有任何内容到达备库。请取出链路。',
    banner: '可调链路仍在 {{standby}} 与其上游之间。',
    'banner-take-out': '取出',
    'banner-open': '打开演练场',
  },
  clear: {
    about: '{{name}} 上的数据库 {{database}} 只用于演练。',
    button: '删除并离开',
  },
}
