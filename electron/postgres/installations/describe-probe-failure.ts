import { PgTandemError, type ErrorCode } from '../../../shared/errors/pgtandem-error.ts'
import type { TextParams } from '../../../shared/i18n/text.ts'

/** STATUS_DLL_NOT_FOUND, also as the signed number some layers make of it (facts, C48). */
const dllNotFound = new Set([0xc0000135, 0xc0000135 - 2 ** 32])

/** STATUS_INVALID_IMAGE_FORMAT and ENOEXEC's kin: programs of another processor or system. */
const wrongImage = new Set([0xc000007b, 0xc000007b - 2 ** 32])

/** Why `postgres --version` did not answer, as a code with its sentence. Anything but a PgTandemError is a bug, and thrown on. */
export const describeProbeFailure = (
  error: unknown,
  binDir: string,
): { readonly code: ErrorCode; readonly params: TextParams } => {
  if (!(error instanceof PgTandemError) || error.code === 'cancelled') throw error
  const { exitCode, lastLines = [] } = error.details
  const said = lastLines.join('\n')
  if (exitCode !== undefined && exitCode !== null) {
    if (dllNotFound.has(exitCode)) return { code: 'installation-missing-runtime', params: { binDir } }
    if (wrongImage.has(exitCode)) return { code: 'installation-wrong-platform', params: { binDir } }
  }
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
