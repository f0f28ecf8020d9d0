import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddress, parseMailbox } from './address.ts'

test.each(['a@b.test', 'first.last+tag@mail.example.org', 'x@localhost', "o'brien@example.ie"])(
  '%s is one',
  (text) => {
    expect(parseAddress(text)).toBe(text)
  },
)

test.each([
  '',
  'a',
  '@b.test',
  'a@',
  'a@b@c',
  '.a@b.test',
  'a..b@b.test',
  'a@-b.test',
  'a@b.test ',
  '<a@b.test>',
  `${'a'.repeat(65)}@b.test`,
  `a@${'b.'.repeat(130)}test`,
])('%j is none', (text) => {
  expect(parseAddress(text)).toBeNull()
})

test('whatever passes has one @ and nothing that ends a header or starts a list', () => {
  const noise = fc.string({
    unit: fc.constantFrom('a', '@', '.', ',', ';', ' ', '\r', '\n', '<', '>', '"', 'é', ':'),
  })
  fc.assert(
    fc.property(noise, (text) => {
      const address = parseAddress(text)
      return address === null || /^[^\s,;<>":@]+@[^\s,;<>":@]+$/.test(address)
    }),
  )
})

test('a sender may have a name', () => {
  expect(parseMailbox('Minh <minh@example.org>')).toEqual({ name: 'Minh', address: 'minh@example.org' })
  expect(parseMailbox('minh@example.org')).toEqual({ name: '', address: 'minh@example.org' })
  expect(parseMailbox('Minh <minh@example.org, b@c.test>')).toBeNull()
})
