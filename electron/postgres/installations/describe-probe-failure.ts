import { PgTandemError, type ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import type { TextParams } from '../../../shared/i18n/text.ts'

/** STATUS_INVALID_IMAGE_FORMAT, also as the signed number some layers make of it: programs of another processor or system. */
const wrongImage = new Set([0xc000007b, 0xc000007b - 2 ** 32])

/** Why `postgres --version` did not answer, as a code with its sentence. Anything but a PgTandemError is a bug, and thrown on. */
export const describeProbeFailure = (
  error: unknown,
  binDir: string,
): { readonly code: ErrorCode; readonly params: TextParams } => {
  if (!(error instanceof PgTandemError) || error.code === 'cancelled') throw error
  if (error.code === 'program-missing-runtime')
    return { code: 'installation-missing-runtime', params: { binDir } }
  const { exitCode, lastLines = [] } = error.details
  const said = lastLines.join('\n')
  if (exitCode !== undefined && exitCode !== null && wrongImage.has(exitCode))
    return { code: 'installation-wrong-platform', params: { binDir } }
  const library =
    /error while loading shared libraries: ([^:\s]+)/.exec(said)?.[1] ??
    /Library not loaded: (\S+)/.exec(said)?.[1] ??
    /Error loading shared library ([^:\s]+)/.exec(said)?.[1]
  if (library !== undefined) return { code: 'installation-missing-library', params: { binDir, library } }
  if (error.code === 'program-not-executable')
    return { code: 'installation-not-executable', params: { binDir } }
  // The file is there (it was looked at), so "does not exist" means its interpreter: musl, or another processor.
  if (error.code === 'program-missing') return { code: 'installation-wrong-platform', params: { binDir } }
  if (error.code === 'program-not-started') return { code: 'installation-wrong-platform', params: { binDir } }
  const reason = lastLines.at(-1) ?? (exitCode == null ? error.code : `exit code ${exitCode}`)
  return { code: 'installation-not-answering', params: { binDir, reason } }
}
