import { access, readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { parseVersionText } from '../facts/versions.ts'
import { programEnv } from '../programs/program-env.ts'
import { runProgram } from '../../system/process/run-program.ts'
import { describeProbeFailure } from './describe-probe-failure.ts'
import {
  knownTools,
  programPath,
  type BrokenInstallation,
  type Candidate,
  type Installation,
} from './installation.ts'

const listTools = async (binDir: string) => {
  const names = new Set((await readdir(binDir)).map((name) => name.replace(/\.exe$/i, '')))
  return knownTools.filter((tool) => names.has(tool))
}

/** Where postgresql.conf.sample lies: beside `bin` in relocatable builds, `/usr/share` for Debian's. */
const findShareDir = async (binDir: string): Promise<string | undefined> => {
  const prefix = path.dirname(binDir)
  const places = [
    path.join(prefix, 'share'),
    path.join(prefix, 'share', 'postgresql'),
    path.join(prefix, 'share', path.basename(prefix)),
    binDir.startsWith('/usr/lib/postgresql/')
      ? path.join('/usr/share/postgresql', path.basename(prefix))
      : '',
  ]
  for (const place of places.filter((place) => place !== '')) {
    const found = await access(path.join(place, 'postgresql.conf.sample')).then(
      () => true,
      () => false,
    )
    if (found) return place
  }
  return undefined
}

/**
 * Runs `postgres --version` (which root may do too) and lists the tools beside it.
 *
 * A folder that does not work is a result, with the reason; only cancelling throws.
 */
export const probeInstallation = async (
  candidate: Candidate,
  signal?: AbortSignal,
): Promise<Installation | BrokenInstallation> => {
  const binDir = await realpath(candidate.binDir).catch(() => candidate.binDir)
  const { source } = candidate
  const broken = (code: BrokenInstallation['code'], params: BrokenInstallation['params'] = { binDir }) => ({
    binDir,
    source,
    code,
    params,
  })
  const tools = await listTools(binDir).catch(() => undefined)
  if (tools === undefined) return broken('installation-not-a-folder')
  const missing = (['postgres', 'pg_ctl', 'initdb'] as const).filter((tool) => !tools.includes(tool))
  if (missing.length > 0) return broken('installation-incomplete', { binDir, missing: missing.join(', ') })
  try {
    const { stdout } = await runProgram(programPath(binDir, 'postgres'), ['--version'], {
      timeoutMs: 20_000,
      env: programEnv(binDir),
      ...(signal === undefined ? {} : { signal }),
    })
    const found = parseVersionText(stdout)
    if (found === undefined || !stdout.includes('('))
      return broken('installation-unknown-version', { binDir, said: stdout.trim().slice(0, 80) })
    const shareDir = await findShareDir(binDir)
    return { ...found, binDir, source, tools, ...(shareDir === undefined ? {} : { shareDir }) }
  } catch (error) {
    const { code, params } = describeProbeFailure(error, binDir)
    return broken(code, params)
  }
}
