import { expect, it } from 'vitest'
import { mappingSchema } from './read/csv/mapping.ts'
import { importRequestSchema } from './schema.ts'

it.each(['ZZZ', 'usd', 'US', 'QQQ'])('refuses the currency %s', (currency) => {
  const parsed = importRequestSchema.safeParse({ currency })
  expect(parsed.error?.issues).toMatchObject([
    { path: ['currency'], message: 'Not a currency code of ISO 4217.' },
  ])
})

it('takes a currency that exists, in a request and in a mapping', () => {
  expect(importRequestSchema.parse({ currency: 'VND' })).toEqual({ currency: 'VND' })
  const mapping = {
    columns: { date: 'd', amount: 'a', description: [] },
    dateOrder: 'ymd',
    decimal: '.',
    sign: 'as_is',
  }
  expect(mappingSchema.safeParse({ ...mapping, currency: 'EUR' }).success).toBe(true)
  expect(mappingSchema.safeParse({ ...mapping, currency: 'ZZZ' }).success).toBe(false)
})
