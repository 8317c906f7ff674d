import { adopt } from './adopt.ts'
import { clone } from './clone.ts'
import { config } from './config.ts'
import { create } from './create.ts'
import { edit } from './edit.ts'
import { hba } from './hba.ts'
import { link } from './link.ts'
import type { Operation } from './operation.ts'
import { pair } from './pair.ts'
import { promote } from './promote.ts'
import { reclone } from './reclone.ts'
import { recovery } from './recovery.ts'
import { reload } from './reload.ts'
import { remove } from './remove.ts'
import { pause, resume } from './replay-operations.ts'
import { restart } from './restart.ts'
import { script } from './script.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'
import { synchronous } from './synchronous.ts'

/** Everything that can be asked for, by id. A new operation is one new file and one line here. */
export const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  [
    create,
    adopt,
    clone,
    pair,
    reclone,
    start,
    stop,
    restart,
    reload,
    promote,
    synchronous,
    pause,
    resume,
    config,
    hba,
    recovery,
    edit,
    link,
    remove,
    script,
  ].map((operation) => [operation.id, operation as Operation]),
)
