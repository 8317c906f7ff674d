import { createCore } from '../../electron/core/create-core.ts'
import { recordedMs } from './recorded-waits.ts'

/** One `pair` in one process: `pair-program HOME PORT STANDBY_PORT PROGRAM_DIR`; prints its wall and own milliseconds. */
const [home = '', port = '', standbyPort = '', programDir = ''] = process.argv.slice(2)

const started = performance.now()
const core = await createCore({
  home,
  programVersion: 'bench',
  places: { programDir, env: process.env, platform: process.platform, arch: process.arch },
})
const planned = await core.plan('pair', {
  name: 'bench',
  port: Number(port),
  standbyPort: Number(standbyPort),
})
if (planned.kind !== 'plan') throw new Error(planned.code)
const outcome = await core.run(planned.plan)
if (outcome.state !== 'done') throw new Error(JSON.stringify(outcome))
const wallMs = performance.now() - started
process.stdout.write(`${JSON.stringify({ wallMs, ownMs: wallMs - recordedMs() })}\n`)
await core.close()
