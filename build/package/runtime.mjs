// Electron's runtime for the packages of a platform: the real one, or a stand-in where it cannot be had.
import { join } from 'node:path'
import { canDownload, findRuntime } from '../bootstrap/electron-runtime.mjs'
import { makeStandIn, whyNoStandIn } from './stand-in.mjs'

/**
 * `{folder, standIn}`; `standIn` is why it is one, undefined for the real one. A folder that is undefined means that
 * electron-builder downloads it. `{reason}` where neither can be had. `wantsStandIn`: tests want no download.
 */
export async function chooseRuntime({ root, platform, arch, work, version, wantsStandIn }) {
  if (!wantsStandIn) {
    const isOurs = platform === process.platform && arch === process.arch
    const { folder } = isOurs ? await findRuntime(root) : {}
    if (folder !== undefined) return { folder }
    if (await canDownload(version)) return { folder: undefined }
  }
  const why = whyNoStandIn(platform)
  if (why !== undefined) return { reason: `Electron’s runtime is not here, and for a stand-in ${why}` }
  const folder = join(work, `stand-in-${platform}`)
  makeStandIn(platform, folder)
  return { folder, standIn: wantsStandIn ? 'which was asked for' : 'since it could not be downloaded' }
}
