import { expect, test } from 'vitest'
import { webhookAllowance } from './webhook-allowance.ts'

const from = (address: string) => new Headers({ 'x-forwarded-for': address })
const here = 'https://minh.example'

test('a stranger who floods takes the allowance of nobody else', () => {
  const take = webhookAllowance(2, 60_000)
  const flood = [1, 2, 3].map(() => take('plaid', from('198.51.100.1'), here, 0))
  expect(flood).toEqual([null, null, 30])
  expect(take('plaid', from('203.0.113.9'), here, 0)).toBeNull()
  expect(take('sepay', from('198.51.100.1'), here, 0)).toBeNull()
})

test('an address that anybody could have written is not believed', () => {
  const take = webhookAllowance(1, 60_000)
  expect(take('plaid', from('198.51.100.1'), 'http://localhost:3000', 0)).toBeNull()
  expect(take('plaid', from('203.0.113.9'), 'http://localhost:3000', 0)).toBe(60)
})
