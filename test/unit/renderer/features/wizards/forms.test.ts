import { describe, expect, it } from 'vitest'
import {
  adoptName,
  adoptParams,
  emptyAdoptForm,
  nameOfFolder,
} from '../../../../../renderer/features/wizards/adopt/adopt-form.ts'
import { createParams, emptyCreateForm } from '../../../../../renderer/features/wizards/create/create-form.ts'
import {
  cloneParams,
  emptyStandbyForm,
  standbyName,
} from '../../../../../renderer/features/wizards/standby/standby-form.ts'
import { createParameters } from '../../../../../electron/core/operations/create.ts'
import { cloneParameters } from '../../../../../electron/core/operations/cloning/clone-parameters.ts'
import { isInstanceName } from '../../../../../shared/model/instance-name.ts'

describe('the create form', () => {
  it('asks for nothing but a name, and what is typed reaches the operation', () => {
    expect(createParams(emptyCreateForm(['primary']))).toEqual({
      name: 'primary-2',
      locale: 'C',
      settings: {},
    })
    const filled = createParams({
      name: ' main ',
      port: '5433',
      pg: '/usr/lib/postgresql/15/bin',
      dataDir: '/srv/main',
      locale: 'en_US.UTF-8',
      settings: [{ name: 'work_mem', value: '16MB' }],
    })
    expect(createParameters.parse(filled)).toEqual({
      name: 'main',
      port: 5433,
      pg: '/usr/lib/postgresql/15/bin',
      dataDir: '/srv/main',
      locale: 'en_US.UTF-8',
      settings: { work_mem: '16MB' },
    })
  })
})

describe('the standby form', () => {
  it('takes the one source there is, and the one that was named', () => {
    const [app, old] = [{ name: 'app' }, { name: 'old' }]
    expect(emptyStandbyForm(null, [app]).source).toBe('app')
    expect(emptyStandbyForm(null, [app, old]).source).toBe('')
    expect(emptyStandbyForm('old', [app]).source).toBe('old')
  })

  it('names the standby after its source until a name is typed', () => {
    expect(standbyName({ name: null, source: 'app' }, ['app'])).toBe('app-standby')
    expect(standbyName({ name: null, source: 'app' }, ['app', 'app-standby'])).toBe('app-standby-2')
    expect(standbyName({ name: 'mine', source: 'app' }, ['app'])).toBe('mine')
    expect(isInstanceName(standbyName({ name: null, source: 'a'.repeat(41) }, []))).toBe(true)
  })

  it('gives parameters that the operation knows', () => {
    const form = { ...emptyStandbyForm('app', []), port: '5440', delay: '5min', slot: false }
    expect(cloneParameters.parse(cloneParams(form, 'app-standby'))).toEqual({
      source: 'app',
      name: 'app-standby',
      port: 5440,
      method: 'auto',
      slot: false,
      sync: false,
      delay: '5min',
      settings: {},
    })
  })
})

describe('the adopt form', () => {
  it.each([
    ['/var/lib/postgresql/15/main', 'pg15'],
    ['C:\\Program Files\\PostgreSQL\\15\\data', 'pg15'],
    ['C:\\pg\\slave', 'slave'],
    ['/srv/Shop Database/pgdata', 'shop-database'],
    ['/data', 'server'],
    ['/srv/___/data', 'server'],
  ])('%s is called %s', (folder, name) => {
    expect(nameOfFolder(folder)).toBe(name)
    expect(isInstanceName(name)).toBe(true)
  })

  it('keeps the name of an instance whose access is renewed', () => {
    const app = { name: 'app' }
    const form = emptyAdoptForm('/srv/app/data')
    expect(adoptName(form, app, [app])).toBe('app')
    expect(adoptName(form, undefined, [app])).toBe('app-2')
    expect(adoptName({ ...form, name: 'typed' }, app, [app])).toBe('typed')
    expect(adoptName(emptyAdoptForm(''), undefined, [])).toBe('')
  })

  it('leaves out what was left empty', () => {
    expect(adoptParams({ ...emptyAdoptForm(' /srv/app '), user: 'admin' }, 'app')).toEqual({
      name: 'app',
      dataDir: '/srv/app',
      user: 'admin',
    })
  })
})
