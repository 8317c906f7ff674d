import { type InstanceChanges, planned, primaryFacts, home, worldWith } from '../../../../helpers/world.ts'

/** The clone `copy` of the primary `main`. */
export const dataDir = `${home}/instances/copy/data`
export const params = { source: 'main', name: 'copy' }

/** A world of nothing but `main`, changed as a test wants. */
export const worldOf = (changes: InstanceChanges = {}) => worldWith([primaryFacts('main', changes)])

/** The plan of the clone, from a source and with parameters changed as a test wants. */
export const cloned = (changes: InstanceChanges = {}, more: object = {}) =>
  planned(worldOf(changes), 'clone', { ...params, ...more })
