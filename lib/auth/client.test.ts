import { expect, test } from 'vitest'
import { browserFamily, clientOf, networkOf } from './client.ts'

test('an address becomes its network', () => {
  expect(networkOf('203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('203.0.113.77:4711')).toBe('203.0.113.0/24')
  expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.0/24')
  expect(networkOf('2001:0db8:0001:0002:aaaa::1')).toBe('2001:db8:1:2::/64')
  expect(networkOf('[2001:db8::1]:443')).toBe('2001:db8:0:0::/64')
  expect(['unknown', '', '_hidden', '1.2.3', '2001:db8:1'].map(networkOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('X-Forwarded-For is believed only behind a proxy, and only its last entry', () => {
  const headers = new Headers({ 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })
  expect(clientOf(headers, 'https://money.example.org').ipPrefix).toBe('203.0.113.0/24')
  expect(clientOf(headers, 'http://localhost:3000').ipPrefix).toBeNull()
})

test('browsers are told apart by family only', () => {
  const chrome =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
  expect(browserFamily(chrome)).toBe('Chrome · Linux')
  expect(browserFamily(`${chrome} Edg/140.0`)).toBe('Edge · Linux')
  expect(browserFamily('curl/8.0')).toBeNull()
  expect(browserFamily(null)).toBeNull()
})
