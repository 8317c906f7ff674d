import type { Translated } from '../translated.ts'
import type { errorsOnWindows as en } from '../en/errors-on-windows.ts'

export const errorsOnWindows: Translated<typeof en> = {
  'path-outside-code-page': {
    message:
      '路径 {{path}} 中有 PostgreSQL 在此 Windows 上无法使用的字符：{{characters}}。其程序按代码页 {{codePage}} 接受路径，而该代码页没有这些字符。',
    hint: '没有创建任何内容。请选择整个路径只含此 Windows 语言字符的文件夹，例如 C:\\pg。',
  },
  'path-not-for-windows': {
    message: '由于“{{part}}”，在 Windows 上无法创建路径 {{path}}。',
    hint: '没有创建任何内容。名称中不能有 < > : " | ? *，末尾不能是点或空格，也不能是 CON、NUL 之类的设备名。',
  },
  'program-crashed': {
    message: '{{program}} 崩溃了（{{exception}}）。',
    hint: '常见原因是杀毒程序，或 Visual C++ 运行库过旧。请把该程序所在文件夹从扫描中排除，安装最新的运行库（winget install Microsoft.VCRedist.2015+.x64），然后重试。',
  },
  'program-missing-runtime': {
    message: '{{program}} 无法启动：缺少它所需的库，多半是微软的 Visual C++ 运行库（{{exception}}）。',
    hint: '请安装微软的 Visual C++ 运行库（x64），然后重试：winget install Microsoft.VCRedist.2015+.x64',
  },
  'folder-held': {
    message: '另一个程序正打开着 {{path}} 中的内容，因此无法重命名。',
    hint: '可能是杀毒或备份程序、资源管理器窗口、编辑器，或位于该文件夹中的控制台。请在那里关闭它，然后重试。',
  },
  'copy-held': {
    message: '无法复制 {{path}}：另一个程序正打开着它。',
    hint: '可能是杀毒或备份程序，或编辑器。请在那里关闭它，或把数据目录从扫描中排除，然后重新开始。',
  },
  'port-in-excluded-range': {
    message: '不能使用端口 {{port}}：Windows 保留了端口 {{range}}，多半是供 Hyper-V、WSL 或 Docker 使用。',
    hint: '请选择该范围以外的端口。查看全部范围：netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'own-port-in-excluded-range': {
    message:
      '不能使用 {{name}} 的端口 {{port}}：Windows 保留了端口 {{range}}，多半是供 Hyper-V、WSL 或 Docker 使用。',
    hint: '请为 {{name}} 换一个该范围以外的端口，或重启 Windows：范围会随之变化。查看全部范围：netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'service-needs-administrator': {
    message: '{{name}} 由 Windows 服务 {{service}} 运行，只有管理员可以启动和停止该服务。',
    hint: '请在 Windows 的“服务”中启动或停止它，或为此以管理员身份运行 PgTandem。',
  },
  'data-of-service': {
    message: '{{name}} 的数据目录 {{path}} 属于 Windows 服务 {{service}}。',
    hint: '没有删除任何内容。请用该服务器自己的安装程序卸载它，或在这里只移除实例而保留数据。',
  },
  'copy-of-service': {
    message:
      '{{name}} 的数据目录 {{path}} 属于 Windows 服务 {{service}}，该服务无法运行 PgTandem 放在那里的新副本。',
    hint: '没有更改任何内容。请用另一个名称克隆新的备库，或用该服务的账户手动重新制作这个副本。',
  },
  'service-not-permitted': {
    message: '当前账户不能启动或停止 Windows 服务 {{service}}（Windows 错误 {{number}}）。',
    hint: '请在 Windows 的“服务”中启动或停止它，或为此以管理员身份运行 PgTandem。',
  },
  'service-disabled': {
    message: 'Windows 服务 {{service}} 已被禁用（Windows 错误 {{number}}）。',
    hint: '请在 Windows 的“服务”中把启动类型设为手动或自动，然后重试。',
  },
  'service-missing': {
    message: 'Windows 服务 {{service}} 已不存在（Windows 错误 {{number}}）。',
    hint: '它已被卸载或改名。请在 Windows 的“服务”中查找。',
  },
  'service-logon-failed': {
    message: 'Windows 服务 {{service}} 无法用其账户登录（Windows 错误 {{number}}）。',
    hint: '请在 Windows 的“服务”的“登录”选项卡中重新输入该账户的密码，然后重试。',
  },
  'service-not-started': {
    message: 'Windows 服务 {{service}} 没有启动（Windows 错误 {{number}}）。',
    hint: '请在 Windows 事件查看器的“应用程序”中，以及其数据目录 log 文件夹的最新文件中查看原因，排除后再启动。',
  },
  'service-not-stopped': {
    message: 'Windows 服务 {{service}} 没有停止（Windows 错误 {{number}}）。',
    hint: '请关闭与它连接的程序，在 Windows 事件查看器的“应用程序”中查看它在等待什么，然后重试。',
  },
}
