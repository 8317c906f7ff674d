/** What only Windows has in the way: paths, files that others hold, ports it keeps, services. A Windows error number is never all. */
export const errorsOnWindows = {
  'path-outside-code-page': {
    message:
      'The path {{path}} has characters that PostgreSQL cannot use on this Windows: {{characters}}. Its programs take paths in the code page {{codePage}}, which lacks them.',
    hint: 'Nothing was made. Choose a folder whose whole path has only letters of this Windows’s language, such as C:\\pg.',
  },
  'path-not-for-windows': {
    message: 'The path {{path}} cannot be made on Windows because of “{{part}}”.',
    hint: 'Nothing was made. Choose a name without < > : " | ? *, without a dot or space at its end, and that is no device such as CON or NUL.',
  },
  'program-crashed': {
    message: '{{program}} crashed ({{exception}}).',
    hint: 'An antivirus program or an old Visual C++ runtime is the usual cause. Exclude the folder of that program from scanning, install the newest runtime (winget install Microsoft.VCRedist.2015+.x64), then try again.',
  },
  'program-missing-runtime': {
    message:
      '{{program}} could not start: a library that it needs is missing, most often of Microsoft’s Visual C++ runtime ({{exception}}).',
    hint: 'Install Microsoft’s Visual C++ runtime (x64) and try again: winget install Microsoft.VCRedist.2015+.x64',
  },
  'folder-held': {
    message: 'Something in {{path}} is held open by another program, so it could not be renamed.',
    hint: 'An antivirus or backup program, an Explorer window, an editor or a console in that folder may hold it. Close it there, then try again.',
  },
  'copy-held': {
    message: '{{path}} could not be copied: another program holds it open.',
    hint: 'An antivirus or backup program or an editor may hold it. Close it there, or exclude the data directory from scanning, then start again.',
  },
  'port-in-excluded-range': {
    message:
      'Port {{port}} may not be used: Windows keeps the ports {{range}} for itself, most often for Hyper-V, WSL or Docker.',
    hint: 'Choose a port outside that range. All ranges are listed by: netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'own-port-in-excluded-range': {
    message:
      'Port {{port}} of {{name}} may not be used: Windows keeps the ports {{range}} for itself, most often for Hyper-V, WSL or Docker.',
    hint: 'Give {{name}} a port outside that range, or restart Windows: the ranges change then. They are listed by: netsh int ipv4 show excludedportrange protocol=tcp',
  },
  'service-needs-administrator': {
    message:
      '{{name}} is run by the Windows service {{service}}, which only an administrator may start and stop.',
    hint: 'Start or stop it in Windows’s “Services”, or run PgTandem as administrator for this.',
  },
  'data-of-service': {
    message: '{{path}}, the data of {{name}}, belongs to the Windows service {{service}}.',
    hint: 'Nothing was deleted. Uninstall that server with its own installer, or remove the instance here without its data.',
  },
  'copy-of-service': {
    message:
      '{{path}}, the data of {{name}}, belongs to the Windows service {{service}}, which could not run a copy that PgTandem put in its place.',
    hint: 'Nothing was changed. Clone a new standby under another name, or make this copy again by hand with the account of the service.',
  },
  'service-not-permitted': {
    message: 'This account may not start or stop the Windows service {{service}} (Windows error {{number}}).',
    hint: 'Start or stop it in Windows’s “Services”, or run PgTandem as administrator for this.',
  },
  'service-disabled': {
    message: 'The Windows service {{service}} is disabled (Windows error {{number}}).',
    hint: 'Set its start type to manual or automatic in Windows’s “Services”, then try again.',
  },
  'service-missing': {
    message: 'There is no Windows service {{service}} any more (Windows error {{number}}).',
    hint: 'It was uninstalled or renamed. Look for it in Windows’s “Services”.',
  },
  'service-logon-failed': {
    message: 'The Windows service {{service}} could not log in with its account (Windows error {{number}}).',
    hint: 'Enter the account’s password again in Windows’s “Services”, tab “Log On”, then try again.',
  },
  'service-not-started': {
    message: 'The Windows service {{service}} did not start (Windows error {{number}}).',
    hint: 'Read why in Windows’s Event Viewer, “Application”, and in the newest file of the folder log in its data directory; mend that and start it again.',
  },
  'service-not-stopped': {
    message: 'The Windows service {{service}} did not stop (Windows error {{number}}).',
    hint: 'Close the programs that are connected to it, see in Windows’s Event Viewer, “Application”, what it waits for, then try again.',
  },
} as const
