import { app } from './app.ts'
import { home } from './home.ts'
import { instance } from './instance.ts'
import { jobs } from './jobs.ts'
import { plan } from './plan.ts'
import { playground } from './playground.ts'
import { replication } from './replication.ts'
import { settings } from './settings.ts'
import { wizards } from './wizards.ts'
import { wizardsReplication } from './wizards-replication.ts'

/** What only windows and pages say; asked for as `window.<area>.<key>`. */
export const windowCatalogue = {
  app,
  home,
  instance,
  jobs,
  plan,
  playground,
  replication,
  settings,
  wizards,
  wizardsReplication,
} as const
