import { expect, it } from 'vitest'
import { initialsOf } from './initials.ts'
import { findInstitutions, institutionOf, institutions } from './institutions.ts'

const slugsOf = (query: string) => findInstitutions(query).map((institution) => institution.slug)

it('finds a bank by name, alias and without Vietnamese marks', () => {
  expect(slugsOf('amex')).toEqual(['american-express'])
  expect(slugsOf('mastercard any issuer')).toEqual(['mastercard'])
  expect(slugsOf('US bank')).toEqual(['us-bank'])
  expect(slugsOf('ngan hang ngoai thuong')).toEqual(['vietcombank'])
  expect(slugsOf('no such bank')).toEqual([])
  expect(findInstitutions('')).toHaveLength(institutions.length)
})

it.each([
  'chase',
  'citi',
  'wells-fargo',
  'us-bank',
  'american-express',
  'mastercard',
  'paypal',
  'vietcombank',
  'techcombank',
])('has a page for %s in both languages', (slug) => {
  const institution = institutionOf(slug)
  expect(institution?.steps.en.length).toBeGreaterThanOrEqual(4)
  expect(institution?.steps.vi.length).toBe(institution?.steps.en.length)
})

it('has unique slugs', () => {
  expect(new Set(institutions.map((institution) => institution.slug)).size).toBe(institutions.length)
})

it('draws two letters', () => {
  expect(initialsOf('U.S. Bank')).toBe('UB')
  expect(initialsOf('Chase')).toBe('CH')
  expect(initialsOf('VietinBank')).toBe('VB')
  const all = institutions.map(({ name }) => initialsOf(name))
  expect(new Set(all).size).toBe(all.length)
})
