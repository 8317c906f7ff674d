import { spawn } from 'node:child_process'

const LOOK_FOR_MS = 3000

interface Opener {
  readonly program: string
  readonly args: readonly string[]
}

function openerOf(file: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Opener | undefined {
  if (platform === 'win32') return { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', file] }
  if (platform === 'darwin') return { program: 'open', args: [file] }
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? { program: 'xdg-open', args: [file] } : undefined
}

/**
 * Has the desktop open a file with the program that is set for it. False where there is no desktop or it refuses.
 *
 * An opener that still runs after three seconds has become that program.
 */
export function openFile(
  file: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const opener = openerOf(file, env, platform)
  if (opener === undefined) return Promise.resolve(false)
  const kept = Object.entries(env).filter(([name]) => !/^(PG.*|ELECTRON_RUN_AS_NODE)$/i.test(name))
  return new Promise((resolve) => {
    const child = spawn(opener.program, opener.args, {
      stdio: 'ignore',
      detached: true,
      env: Object.fromEntries(kept),
    })
    const timer = setTimeout(() => resolve(true), LOOK_FOR_MS)
    child.on('error', () => {
      clearTimeout(timer)
      resolve(false)
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code === 0)
    })
    child.unref()
  })
}
