import path from 'node:path'
import { readTool } from '../process/read-tool.ts'
import { whyNotSigned } from './why-not-signed.ts'

/** A scanner may look at it first, and it is large. */
const TIMEOUT_MS = 60_000

/** Text in PowerShell's single quotes, of which it takes the typographic ones for quotes, too. */
const quoted = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, '$&$&')}'`

/** With the modules of this PowerShell: those of a newer one that started us do not load in it. */
const question = (file: string): string =>
  `$env:PSModulePath = "$PSHOME\\Modules"; [Console]::OutputEncoding = [Text.Encoding]::UTF8;` +
  ` $s = Get-AuthenticodeSignature -LiteralPath ${quoted(file)};` +
  ` @{ path = [string]$s.Path; status = [string]$s.Status; subject = [string]$s.SignerCertificate.Subject }` +
  ` | ConvertTo-Json -Compress`

/**
 * Asks Windows whose signature a downloaded Setup.exe carries: why it must not be started, or null.
 *
 * In the place of electron-updater's own check, which lets everything pass where PowerShell is blocked.
 */
export async function verifySignature(publishers: readonly string[], file: string): Promise<string | null> {
  const powershell = path.win32.join(
    process.env['SystemRoot'] ?? 'C:\\Windows',
    'System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  )
  const answer = await readTool(
    powershell,
    ['-NoProfile', '-NonInteractive', '-Command', question(file)],
    TIMEOUT_MS,
  )
  return whyNotSigned(answer, { file, publishers })
}
