import { expect, test } from 'vitest'
import {
  changesOf,
  formOf,
  withConversion,
} from '../../../../../renderer/features/wizards/standby-settings/standby-form.ts'
import type { StandbySettingsReading } from '../../../../../shared/model/standby-settings.ts'

const reading: StandbySettingsReading = {
  major: 18,
  way: 'signal-file',
  mode: 'standby',
  text: null,
  settings: [
    { key: 'primaryConninfo', name: 'primary_conninfo', value: 'host=a port=1', change: 'reload' },
    { key: 'primarySlotName', name: 'primary_slot_name', value: 'slot', change: 'reload' },
    { key: 'restoreCommand', name: 'restore_command', value: null, change: 'reload' },
  ],
  conninfo: { kind: 'parts', parts: { host: 'a', port: '1', dbname: 'replication' }, secrets: [] },
  promotion: ['pg_ctl', 'sql'],
  passfile: '/p',
}

test('an untouched form changes nothing', () => {
  expect(changesOf(reading, formOf(reading))).toEqual({ settings: {}, conninfo: {} })
})

test('only what differs is changed; an emptied field takes its setting out', () => {
  const form = formOf(reading)
  const edited = {
    settings: { ...form.settings, primary_slot_name: ' ', restore_command: ' cp a b ' },
    conninfo: { ...form.conninfo, port: '2', host: '', sslmode: '' },
  }
  expect(changesOf(reading, edited)).toEqual({
    settings: { primary_slot_name: null, restore_command: 'cp a b' },
    conninfo: { port: '2', host: null },
  })
})

test('a converted recovery.conf fills in what it names and leaves the rest', () => {
  const filled = withConversion(formOf(reading), {
    mode: 'standby',
    settings: { primary_conninfo: 'host=b user=u', restore_command: 'x' },
    conninfo: { host: 'b', user: 'u' },
    credentials: null,
    notes: [],
    problems: [],
  })
  expect(changesOf(reading, filled)).toEqual({
    settings: { restore_command: 'x' },
    conninfo: { host: 'b', user: 'u' },
  })
})
