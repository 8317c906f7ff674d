import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const LOOKS_MS = 20_000

/** Why packages cannot be had from npm's registry, asked by npm itself; undefined when they can. */
export async function whyNoPackage(spec: string, cacheDir: string): Promise<string | undefined> {
  const args = ['view', spec, 'dist.integrity', '--fetch-retries=0', `--cache=${cacheDir}`]
  try {
    const { stdout } = await promisify(execFile)('npm', args, { timeout: LOOKS_MS })
    return stdout.trim() === '' ? `npm's registry has no ${spec}` : undefined
  } catch (error) {
    const [, code = 'npm gives no reason'] = /npm (?:error|ERR!) code (\S+)/.exec(String(error)) ?? []
    return `npm's registry could not be asked for ${spec}: ${code}`
  }
}
