import { portsOf } from '../../e2e/helpers/free-port.ts'
import { openWorld, type World } from '../../e2e/helpers/world.ts'

/** As if they were this worker: those of the end-to-end tests, which may run at the same time, have lower numbers. */
const WORKER = 5

/** An empty home, served. */
export const openBenchWorld = (): Promise<World> => openWorld(portsOf(WORKER))
