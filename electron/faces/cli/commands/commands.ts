import type { CommandSpec } from '../command.ts'
import { adopt } from './adopt.ts'
import { clone } from './clone.ts'
import { completion } from './completion.ts'
import { config } from './config.ts'
import { create } from './create.ts'
import { demo } from './demo/demo.ts'
import { hba } from './hba.ts'
import { jobs } from './jobs.ts'
import { logs } from './logs.ts'
import { names } from './names.ts'
import { reload, restart, start, stop } from './on-instances.ts'
import { pair } from './pair.ts'
import { postgres } from './postgres.ts'
import { promote } from './promote.ts'
import { psql } from './psql.ts'
import { reclone } from './reclone.ts'
import { recovery } from './recovery.ts'
import { remove } from './remove.ts'
import { pause, resume } from './replay.ts'
import { script } from './script.ts'
import { serve } from './serve.ts'
import { sql } from './sql.ts'
import { status } from './status.ts'
import { synchronous } from './synchronous.ts'
import { url } from './url.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the help. */
export const commands: readonly CommandSpec[] = [
  demo,
  pair,
  create,
  adopt,
  clone,
  reclone,
  start,
  stop,
  restart,
  reload,
  status,
  verify,
  promote,
  synchronous,
  pause,
  resume,
  sql,
  psql,
  url,
  logs,
  config,
  hba,
  recovery,
  script,
  remove,
  serve,
  completion(() => commands),
  postgres,
  jobs,
  names,
]
