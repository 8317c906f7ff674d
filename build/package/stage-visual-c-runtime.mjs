// PostgreSQL for Windows asks for Microsoft's Visual C++ runtime, which a clean Windows lacks and npm's package does not bring.
// The Windows that makes the package has it.
import { join } from 'node:path'

const what = 'Microsoft’s Visual C++ runtime'

/** That of the package is for x64: another Windows has others in its system folder. */
const whyNotHere = ({ platform, arch }) =>
  platform === 'win32' && arch === 'x64'
    ? undefined
    : `this is ${platform} ${arch}; where it is not installed, no server of these starts`

/**
 * Puts it beside the programs in `binDir`; `{what, reason}` where that cannot be done, undefined when it is there.
 * `addVisualCRuntime` is the program's own; `here` is this machine: platform, arch and env. Throws on a Windows without it.
 */
export async function stageVisualCRuntime(binDir, { addVisualCRuntime }, here = process) {
  const reason = whyNotHere(here)
  if (reason !== undefined) return { what, reason }
  const system = join(here.env.SystemRoot ?? 'C:\\Windows', 'System32')
  const lacking = await addVisualCRuntime(system, binDir)
  if (lacking.length > 0)
    throw new Error(
      `${what} is to come along, and ${system} lacks ${lacking.join(', ')}: winget install Microsoft.VCRedist.2015+.x64`,
    )
  return undefined
}
