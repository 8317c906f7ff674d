import { expect, test } from 'vitest'
import { buildMultiHostUrl, buildUrl } from '../../../../electron/core/readings/urls.ts'

test('a password appears only when given, and every odd character is encoded', () => {
  const parts = { host: '127.0.0.1', port: 5432, user: 'post gres' }
  expect(buildUrl(parts)).toBe('postgresql://post%20gres@127.0.0.1:5432/postgres')
  const url = buildUrl({ ...parts, password: "a@b:/'%汉" })
  expect(url).toBe('postgresql://post%20gres:a%40b%3A%2F%27%25%E6%B1%89@127.0.0.1:5432/postgres')
  expect(decodeURIComponent(new URL(url).password)).toBe("a@b:/'%汉")
})

test('socket directories and IPv6 addresses', () => {
  expect(buildUrl({ host: '/var/run', port: 1, user: 'u' })).toBe('postgresql://u@%2Fvar%2Frun:1/postgres')
  expect(buildUrl({ host: '::1', port: 1, user: 'u' })).toBe('postgresql://u@[::1]:1/postgres')
})

test('several hosts and what the session shall be', () => {
  const hosts = [5432, 5433].map((port) => ({ host: '127.0.0.1', port }))
  expect(buildMultiHostUrl({ hosts, user: 'u', database: 'd', targetSessionAttrs: 'prefer-standby' })).toBe(
    'postgresql://u@127.0.0.1:5432,127.0.0.1:5433/d?target_session_attrs=prefer-standby',
  )
})
