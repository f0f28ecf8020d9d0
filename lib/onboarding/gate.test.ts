import { expect, test } from 'vitest'
import { guessCurrency } from './guess-currency.ts'
import { gateFor } from './queries.ts'

const local = { host: '127.0.0.1', publicUrl: 'http://localhost:3000' }
const reachable = { host: '0.0.0.0', publicUrl: 'https://money.example.org' }

test('the first one needs nothing alone at home, and the token of the log elsewhere', () => {
  expect(gateFor({ ...local, signup: 'first' }, true)).toBe('open')
  expect(gateFor({ ...reachable, signup: 'first' }, true)).toBe('setupToken')
  expect(gateFor({ ...reachable, signup: 'open' }, true)).toBe('setupToken')
  expect(gateFor({ ...local, host: '0.0.0.0', signup: 'first' }, true)).toBe('setupToken')
  expect(gateFor({ ...local, publicUrl: reachable.publicUrl, signup: 'first' }, true)).toBe('setupToken')
})

test('after the first, SIGNUP decides', () => {
  expect(gateFor({ ...local, signup: 'first' }, false)).toBe('closed')
  expect(gateFor({ ...reachable, signup: 'open' }, false)).toBe('open')
  expect(gateFor({ ...reachable, signup: 'invite' }, false)).toBe('invite')
})

test('a currency is guessed by the clock, then by the language', () => {
  expect(guessCurrency('Asia/Ho_Chi_Minh', ['en-US'])).toBe('VND')
  expect(guessCurrency('America/New_York', ['vi-VN'])).toBe('USD')
  expect(guessCurrency('Etc/UTC', ['vi-VN', 'en'])).toBe('VND')
  expect(guessCurrency('Etc/UTC')).toBe('USD')
})
