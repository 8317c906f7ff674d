import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../../../shared/i18n/en/index.ts'
import type { ErrorCode } from '../../../../../shared/errors/pgtandem-error.ts'
import {
  fieldOfRefusal,
  type WizardField,
} from '../../../../../renderer/features/wizards/frame/field-of-refusal.ts'
import { type HandMadeWorld, home, primaryFacts, refused, worldWith } from '../../../../helpers/world.ts'

const createFields = ['name', 'port', 'pg', 'dataDir', 'locale', 'settings'] as const
const cloneFields = [
  'source',
  'name',
  'port',
  'method',
  'slot',
  'sync',
  'delay',
  'dataDir',
  'settings',
] as const
const adoptFields = ['dataDir', 'name', 'password', 'user', 'binDir', 'configFile'] as const

const isCode = (code: string): code is ErrorCode => code in catalogue.errors

const operations = new URL('../../../../../electron/core/operations/', import.meta.url)
const sources = [
  'create.ts',
  'adopt.ts',
  'clone.ts',
  'reclone.ts',
  'remove.ts',
  'checks.ts',
  'check-home-place.ts',
  'check-known-settings.ts',
  'choose-installation.ts',
  'synchronous-steps.ts',
  ...readdirSync(new URL('cloning/', operations)).map((file) => `cloning/${file}`),
]

/** Every code that these operations refuse with, as their source says. */
const codes = [
  ...new Set(
    sources.flatMap((file) =>
      [...readFileSync(new URL(file, operations), 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  ),
].filter(isCode)

/** Nothing that is typed into a form mends these: they are said above the plan. */
const aboutTheState: readonly ErrorCode[] = [
  'unknown-instance',
  'instance-busy',
  'journal-damaged',
  'job-unfinished',
  'job-to-be-undone',
  'job-to-be-resumed',
  'own-port-taken',
  'own-port-in-use',
  'own-port-reserved',
  'own-port-in-excluded-range',
  'has-standbys',
  'upstream-not-running',
  'no-upstream',
]

const everyField: readonly WizardField[] = [...createFields, ...cloneFields, ...adoptFields, 'deleteData']

const at = (code: ErrorCode, shown: readonly WizardField[], params = {}): WizardField | null =>
  fieldOfRefusal({ code, params, parameter: null }, shown)

const because = (reason: string, shown: readonly WizardField[]): WizardField | null =>
  at('instance-unreachable', shown, { name: 'app', reason })

describe('fieldOfRefusal', () => {
  it('finds the codes of the operations', () => {
    expect(codes.length).toBeGreaterThan(40)
  })

  it('has a field for every refusal that a form can mend, and for no other', () => {
    const unplaced = codes.filter((code) => at(code, everyField) === null)
    expect(unplaced.toSorted()).toEqual(aboutTheState.filter((code) => codes.includes(code)).toSorted())
  })

  it('takes the parameter that the core names, and the row of a setting to its table', () => {
    const wrong = { code: 'invalid-parameter' as const, params: {} }
    expect(fieldOfRefusal({ ...wrong, parameter: 'port' }, createFields)).toBe('port')
    expect(fieldOfRefusal({ ...wrong, parameter: 'settings.work_mem' }, createFields)).toBe('settings')
    expect(fieldOfRefusal({ ...wrong, parameter: 'delay' }, createFields)).toBeNull()
  })

  it('takes the first field that the form has', () => {
    expect(at('slot-exists', ['name', 'slot'])).toBe('slot')
    expect(at('slot-exists', ['name'])).toBe('name')
    expect(at('major-not-supported', cloneFields)).toBe('source')
    expect(at('foreign-owner', adoptFields)).toBe('dataDir')
    expect(at('foreign-owner', ['deleteData'])).toBe('deleteData')
  })

  it('takes the reason why a server does not let us in', () => {
    expect(because('wrong-password', adoptFields)).toBe('password')
    expect(because('no-hba-entry', adoptFields)).toBe('user')
    expect(because('no-answer', adoptFields)).toBeNull()
    expect(because('wrong-password', cloneFields)).toBe('source')
  })
})

const dataDir = `${home}/instances/main/data`

/** What the operation itself refuses with, and where the form shows it. */
function create(world: HandMadeWorld, params: Readonly<Record<string, unknown>>) {
  const refusal = refused(world, 'create', params)
  return [refusal.code, fieldOfRefusal({ ...refusal, parameter: null }, createFields)]
}

describe('refusals of the core', () => {
  it('meet the field that was filled in badly', () => {
    expect(create(worldWith([primaryFacts('main')]), { name: 'main' })).toEqual(['name-taken', 'name'])
    expect(create(worldWith([primaryFacts('ma-in')]), { name: 'ma_in' })).toEqual([
      'name-gives-same-slot',
      'name',
    ])
    expect(create(worldWith(), { name: 'main', pg: '7' })).toEqual(['unknown-major', 'pg'])
    const taken = worldWith([], { ports: { 5555: { state: 'taken', holder: 'nginx (1)' } } })
    expect(create(taken, { name: 'main', port: 5555 })).toEqual(['port-taken', 'port'])
    const full = worldWith([], { paths: { [dataDir]: { freeBytes: 1 } } })
    expect(create(full, { name: 'main' })).toEqual(['disk-too-full', 'dataDir'])
  })
})
