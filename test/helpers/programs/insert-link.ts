import { createCore } from '../../../electron/core/create-core.ts'

/** `insert-link HOME STANDBY`: puts a link in, prints its port, and holds it until it is ended. */
const [home = '', standby = ''] = process.argv.slice(2)

const core = await createCore({
  home,
  programVersion: 'test',
  places: {
    programDir: import.meta.dirname,
    env: process.env,
    platform: process.platform,
    arch: process.arch,
  },
})
const { port } = await core.playground.links.insert(standby)
process.stdout.write(`${String(port)}\n`)
